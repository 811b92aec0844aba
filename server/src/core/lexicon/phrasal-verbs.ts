// Owns: verbs of two words, and the single verbs that say the same.
// Must not know: how sentences are compared.

import { lazy } from '../text/lazy.ts';
import { stem } from '../text/words.ts';
import { baseStem } from './paraphrases.ts';

/** The verb, its particle, and what can stand for both; verbs in their base form. */
const PHRASES = `take down: remove delete withdraw pull|pull down: remove withdraw|take off: remove withdraw|take offline: disconnect remove|bring down: crash remove stop|bring back: restore return
put out: publish release issue|put off: postpone delay defer|put up: publish upload post|put in: install invest submit|put on: install add|put forward: propose submit|put back: restore postpone|put through: connect
come out: publish release appear issue|come in: arrive enter begin start|come up: appear arise restart|come down: fall descend remove|come back: return restore|come off: refloat free|come about: happen|come forward: report
go up: rise increase publish upload appear|go down: fall fail crash sink|go out: send release fail publish|go off: explode start sound|go on: continue|go back: return|go through: pass search|go over: check review|go live: launch start publish release|go dark: fail stop|go missing: disappear|go ahead: proceed
set up: establish found install create|set off: start trigger leave|set out: start leave describe|set back: delay|set aside: reserve
carry out: commit conduct perform execute|carry off: seize remove steal|carry on: continue
shut down: close stop disable|shut off: stop disable|close down: shut stop|switch off: disable stop|turn off: disable stop|switch on: enable start|turn on: enable start|turn back: return|turn down: reject refuse|turn over: surrender deliver|turn up: appear find|turn out: prove|turn away: refuse reject
find out: discover learn|point out: say report|make up: invent|make out: see|make off: flee escape|break in: enter intrude burgle|break into: enter intrude|break out: escape begin|break off: stop end|break down: fail|break up: dissolve end
log in: enter|log on: enter|log out: leave|sign up: register join|sign in: enter|sign off: approve|sign on: join
hand over: deliver surrender give|hand in: submit deliver|hand out: distribute|hand down: deliver pronounce|give back: return|give up: surrender quit|give out: distribute|give away: reveal|give in: surrender|give off: emit
get in: enter|get out: escape|get away: escape|get back: recover|get through: reach|get hold: obtain
look into: investigate examine|look at: examine inspect|look for: seek search|look over: inspect check|look after: maintain keep care|look through: search read
lock up: detain jail|lock out: exclude|lock down: close|pick up: collect detect arrest|pick out: choose select|point to: indicate|pay out: pay|pay back: repay refund|pay off: repay|pass on: forward transfer|pass by: approach
call off: cancel|call in: summon|call up: telephone|call back: return|ring up: telephone|ring back: return|hang up: end
cut off: disconnect sever stop|cut out: fail stop|cut down: reduce|cut back: reduce|cut short: end|draw up: write prepare|draw down: reduce|drop out: leave quit
fall over: crash collapse|fall out: quarrel|fall through: fail|fall back: retreat|fill in: complete|fill out: complete|follow up: continue|hold up: delay|hold back: keep withhold|hold on: keep wait|hold off: delay
kick off: start begin|lay off: dismiss|lay down: state|let in: admit|let out: release|let go: release dismiss|let off: release spare|live on: survive|move in: enter|move out: leave|open up: open
own up: admit confess|phase out: stop|play down: belittle|plug in: connect insert|roll out: release distribute deploy launch install|roll back: revert reverse undo|rule out: exclude|run out: expire end|run into: meet strike|run off: flee|run aground: strand
sell off: sell|send out: send distribute|send off: send|send back: return|send in: submit|speak out: say|speak up: say|stand down: resign quit|step down: resign quit|step in: intervene|stand by: wait|start up: start|start out: start|start over: restart
swear in: appoint|take apart: dismantle|take away: remove|take back: withdraw|take in: admit deceive|take on: hire accept|take out: remove borrow|take over: succeed acquire buy seize|take part: participate join|take place: happen occur hold begin|take up: begin accept|take effect: begin apply start|take hold: begin
talk through: explain|tear down: demolish|throw out: dismiss reject|throw away: discard|tip off: warn inform|track down: find|trade in: exchange|try out: test|use up: exhaust|wake up: wake|wash up: strand|wear off: fade|wind down: end|wind up: dissolve end|wipe out: destroy delete|work out: calculate solve|write down: note record|write off: destroy|write up: report
back up: copy save|blow up: explode destroy|book in: register|boot up: start|bring in: introduce begin|bring up: raise|bring out: publish release|bring forward: advance|check in: register|check out: inspect leave|clean up: clean|clear up: solve|dig up: find|fill up: fill|freeze up: crash|hack into: enter intrude|head up: lead
join up: join|keep back: withhold|key in: enter type|leave out: omit exclude|line up: queue|list up: list|make good: repay|name after: name|note down: note|pass away: die|pull out: withdraw leave|pull off: refloat free achieve|tow off: refloat free|pull back: withdraw|push out: distribute release|read out: read announce|ring in: call|seal off: close|set free: release
ship out: ship|sit down: meet|sort out: solve|spread out: spread|stock up: buy|stop by: visit|sum up: summarise|top up: fill|type in: enter|voted down: reject|vote down: reject|vote through: pass adopt approve|wave through: approve|win back: recover|wipe clean: delete|write back: answer reply|write in: write`;

/** By verb, then by what stands behind it. */
const meaningsOf = lazy(() => {
  const all = new Map<string, Map<string, readonly string[]>>();
  for (const entry of PHRASES.split(/[|\n]/)) {
    const [phrase = '', meanings = ''] = entry.split(':');
    const [verb = '', particle = ''] = phrase.trim().split(' ');
    const keys = meanings
      .trim()
      .split(' ')
      .map(word => baseStem(word, stem(word)));
    const base = baseStem(verb, stem(verb));
    const phrases = all.get(base) ?? new Map<string, readonly string[]>();
    all.set(base, phrases.set(particle, keys));
  }
  return all;
});

/** Base stems of what a verb and the word behind it say together; undefined where they are no phrase. `verb` is a base stem. */
export function phrasalVerb(verb: string, particle: string | undefined): readonly string[] | undefined {
  return particle === undefined ? undefined : meaningsOf().get(verb)?.get(particle);
}
