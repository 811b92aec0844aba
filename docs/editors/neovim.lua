-- Backdraft in Neovim 0.7 or newer: put this file into ~/.config/nvim/plugin/.
-- It needs the program: npm install --global backdraft
local command = vim.g.backdraft_command or { 'backdraft-language-server', '--stdio' }

--- The folder of the story: the nearest one with a configuration or with notes, else that of the file.
local function root_of(folder)
  local configuration = vim.fn.findfile('.backdraft.yaml', folder .. ';')
  if configuration ~= '' then return vim.fn.fnamemodify(configuration, ':p:h') end
  local notes = vim.fn.finddir('notes', folder .. ';')
  if notes ~= '' then return vim.fn.fnamemodify(notes, ':p:h:h') end
  return folder
end

local clients = {}

local function start()
  local file = vim.api.nvim_buf_get_name(0)
  if file == '' then return end
  local root = root_of(vim.fn.fnamemodify(file, ':p:h'))
  local config = { name = 'backdraft', cmd = command, root_dir = root }
  if vim.lsp.start then return vim.lsp.start(config) end
  -- Neovim 0.7
  clients[root] = clients[root] or vim.lsp.start_client(config)
  if clients[root] then vim.lsp.buf_attach_client(0, clients[root]) end
end

vim.api.nvim_create_autocmd('FileType', { pattern = { 'markdown', 'text' }, callback = start })
