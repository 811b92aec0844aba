-- Runs inside Neovim with the draft open: waits for findings, hovers, takes a quick fix; writes what it saw as JSON.
local out = vim.env.BACKDRAFT_RESULT
local seen = {}

local function find(rule)
  for _, one in ipairs(vim.diagnostic.get(0)) do
    local code = one.code or (one.user_data and one.user_data.lsp and one.user_data.lsp.code)
    if code == rule then return one end
  end
end

local function request(method, params)
  for _, answer in pairs(vim.lsp.buf_request_sync(0, method, params, 20000) or {}) do
    if answer.result then return answer.result end
  end
end

local rule = 'claims/contradicted-number'
vim.wait(60000, function() return find(rule) ~= nil end, 50)
local number = find(rule)
if number then
  seen.line = number.lnum
  seen.message = number.message
  vim.api.nvim_win_set_cursor(0, { number.lnum + 1, number.col })
  local hover = request('textDocument/hover', vim.lsp.util.make_position_params(0, 'utf-16'))
  seen.hover = hover and (hover.contents.value or hover.contents)
  local params = vim.lsp.util.make_range_params(0, 'utf-16')
  params.context = { diagnostics = { number.user_data.lsp }, only = { 'quickfix' } }
  params.context.diagnostics[1].range = params.context.diagnostics[1].range or {
    start = { line = number.lnum, character = number.col },
    ['end'] = { line = number.end_lnum, character = number.end_col },
  }
  params.context.diagnostics[1].message = number.message
  for _, action in ipairs(request('textDocument/codeAction', params) or {}) do
    seen.titles = seen.titles or {}
    table.insert(seen.titles, action.title)
    if action.title:find('12') and not seen.taken then
      if not action.edit then action = request('codeAction/resolve', action) end
      vim.lsp.util.apply_workspace_edit(action.edit, 'utf-16')
      seen.taken = action.title
    end
  end
  seen.text = table.concat(vim.api.nvim_buf_get_lines(0, 0, -1, false), '\n')
  seen.gone = vim.wait(30000, function() return find(rule) == nil end, 50)
end
local file = assert(io.open(out, 'w'))
file:write(vim.fn.json_encode(seen))
file:close()
vim.cmd('qa!')
