// Owns: confusions of what an attacker or a network can reach, and what the victim has to do: air gaps, clicks.
// Must not know: other fields.
import { type Confusion, slipsAt, slipsWhere } from './types.ts';

/** Ways in that an air gap rules out, said of the same system. */
const REACHED =
  /\b(?:(?:on|in|into|onto) (?:a|its own|their own|an own|the) (?:separate|different|dedicated|own|isolated|second) (?:network |VLAN |office )?(?:segment|subnet|VLAN)|on (?:a|its own|their own) VLAN|(?:behind|by|through) (?:a|the|its|one|two) (?:\w{1,20} )?firewalls?|(?:over|through|via|by) (?:a|the|its) (?:\w{1,20} )?(?:VPN|jump (?:host|server|box)|remote desktop)|(?:fed|updated|reached|managed|maintained|administered|monitored|accessed|controlled|patched|backed up) (?:remotely|(?:over|through|via|from|across) (?:the|an?|its|their) (?:\w{1,20} )?(?:network|internet|VPN|LAN|office network|intranet))|(?:connected|linked|joined) to (?:the|its|their) (?:\w{1,20} )?(?:internet|network|LAN|intranet))\b/i;
/** An air gap that is ruled out, ended, bridged by hand or only part of the sentence. */
const GAP_STANDS =
  /\b(?:no longer|until|once|used to|formerly|previously|should|would|could|must|ought|plans?|planned|will|from now|since then|then|not|never|nothing|none|neither|nor|cannot|no|n['’]t|without|whereas|while|but|unlike|rather than|instead of|usb|sticks?|drives?|disks?|courier|by hand|data diode|diode|one[- ]way|jump(?:s|ed|ing)? the|cross(?:es|ed|ing)?|bridg(?:es|ed|ing)|others?|rest|second|two (?:networks|systems|servers)|before|after|later|now|office network|another|attackers?|intruders?|malware)\b/i;

const ZERO_CLICK = /\b(?<wrong>(?:zero|0)-?click)\b/gi;
/** The victim's own act, in the past or as a need. */
const CLICKED =
  /\b(?:(?:after|when|once|if|until|as soon as|because) (?:the |a |an |its |his |her )?(?:\w{1,20} ){0,2}?(?:tap(?:s|ped)|click(?:s|ed)|open(?:s|ed)|follow(?:s|ed)) (?:on )?(?:(?:the|a|an|its|that|this|one|their) )(?:\w{1,20} ){0,2}?(?:link|attachment|message|document|file|photo|picture|image|invitation|button|mail|e-mail)|(?:had|has|have|needs?|needed|requires?|required|must) (?:the |a )?(?:\w{1,20} ){0,2}?to (?:tap|click|open|follow) (?:on )?(?:(?:the|a|an|its|that|this|one|their|once)\b|["“‘])|(?:needs?|needed|requires?|required|took|takes) (?:only )?(?:a|one|a single) (?:single )?(?:tap|click)\b|\w{1,30} (?:tapped|clicked) (?:on )?(?:the|a|an|that|this) (?:\w{1,20} ){0,2}?(?:link|attachment|message|button))\b/i;
const NO_CLICK =
  /\b(?:not|never|no one|nobody|nothing|no|n['’]t|without|need not|neither|nor|unlike|instead of|rather than|one[- ]click|whereas|while|earlier|later|previous(?:ly)?|other|another|second|also|either|before|even if|whether|(?:it|phone|app|device|program|server) (?:opened|opens|followed|follows))\b/i;

/** The next sentence goes on about it and has the victim follow a link. */
const THEN_CLICKED =
  /^(?:it|this|the (?:message|exploit|attack|program|text|mail)|\p{Lu}[\p{L}-]{1,30})\b[^.;]{0,120}\b(?:he|she|they|victims?|users?|owners?|targets?|people) (?:tapped|clicked|opened|followed|taps?|clicks?|opens?|follows?) (?:on )?(?:the|a|an|its|that|this) (?:\w{1,20} ){0,2}?(?:link|attachment)\b/iu;
const NO_CLICK_THEN = /\b(?:not|never|no one|nobody|nothing|no|n['’]t|without|neither|nor|unlike|other|another|second|even if|whether)\b/i;

export const REACH: readonly Confusion[] = [
  {
    id: 'segment-called-air-gap',
    wrong: 'air-gap',
    right: 'network-segmentation',
    triggers: ['air gapped', 'airgapped'],
    message: '“{wrong}”: an air gap means no connection to any other network at all, and here there is one. Write “{better}”, or check it.',
    find: slipsWhere(/\b(?<wrong>air-?gapped)\b/gi, REACHED, GAP_STANDS, () => 'segmented'),
    bad: [
      ['The controllers are air-gapped on a separate VLAN.', 'The controllers are segmented on a separate VLAN.'],
      ['The air-gapped server is updated over the network every night.', 'The segmented server is updated over the network every night.'],
      ['The plant’s air-gapped systems sit behind a firewall.', 'The plant’s segmented systems sit behind a firewall.'],
    ],
    good: [
      'The controllers are air-gapped: nothing joins them to a network.',
      'The server was air-gapped until it was connected to the internet in May.',
      'The air-gapped server is updated by USB stick, not over the network.',
      'The pumps are air-gapped, while the cameras sit on a separate VLAN.',
      'The systems are not air-gapped; they sit behind a firewall.',
    ],
  },
  {
    id: 'one-click-called-zero-click',
    wrong: 'zero-click',
    right: 'one-click',
    triggers: ['zero click', '0 click', 'zeroclick'],
    message: '“{wrong}”: that needs nothing of the victim, and here somebody had to tap or open something. Write “{better}”.',
    find: wording => [
      ...slipsWhere(ZERO_CLICK, CLICKED, NO_CLICK, () => 'one-click')(wording),
      ...slipsAt(
        ZERO_CLICK,
        () => 'one-click',
        ({ text, after }) => THEN_CLICKED.test(after) && !NO_CLICK_THEN.test(`${text} ${after}`) && !CLICKED.test(text),
      )(wording),
    ],
    bad: [
      [
        'The zero-click exploit ran after the editor tapped the link in a text message.',
        'The one-click exploit ran after the editor tapped the link in a text message.',
      ],
      [
        'It is a zero-click attack that requires the user to open an attachment.',
        'It is a one-click attack that requires the user to open an attachment.',
      ],
    ],
    good: [
      'The zero-click exploit ran when the message arrived; nobody tapped anything.',
      'The zero-click exploit runs even if the victim never opened the message.',
      'Unlike the zero-click exploit, this one needs the user to open a link.',
      'The phone showed the zero-click exploit when it opened the message.',
    ],
  },
];
