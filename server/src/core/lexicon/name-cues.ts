// Owns: short lists that help to tell what a capitalised name names.
// Must not know: how names are found.

const set = (words: string): ReadonlySet<string> => new Set(words.trim().split(/\s+/));

/** Forms of address that open a person's name. */
export const TITLES = set(
  'mr mrs ms miss dr prof professor sir dame lord lady president minister senator governor mayor judge justice general colonel captain major sergeant inspector ambassador king queen prince princess pope sheikh rep sen gov gen col capt lt sgt prime chancellor secretary chairman chairwoman congressman congresswoman councillor commissioner',
);

/** Frequent given names of many countries; a cue among others. */
export const GIVEN_NAMES = set(`
  adam aisha alan alex alexander alice amina amy ana andrea andrew angela anna anne anthony antonio arthur barbara benjamin bernard bill bob brian bruce carl carlos carol
  caroline catherine charles charlotte chen chris christian christine christopher claire daniel david deborah dennis diana dmitry donald edward elena elizabeth emily emma eric
  erik eva evan fatima francesca francis frank fred gary george gerald grace greg hannah hans harold harry heather helen henry ibrahim ian igor ilya ines irina isabel ivan jack
  jacob james jan jane janet jason jean jeff jennifer jeremy jessica jim joan joe john jon jonas jonathan jose joseph josh juan julia julian julie karen karl kate katherine
  kathleen keith kelly ken kenneth kevin kim larry laura lee lena leo linda lisa louis louise lucas lucy luis luke maria marie marina mario mark marta martin mary matt
  matthew max megan mei mia michael michelle miguel mike mikhail mohammed monica muhammad nadia nancy natalia natasha neil nicholas nick nicole nikolai nina nora olga oliver
  olivia omar oscar pamela patricia patrick paul paula pavel pedro peter petra phil philip pierre priya rachel ralph ravi raymond rebecca richard rob robert robin roger
  ronald rosa roy russell ruth ryan sam samantha samuel sandra sara sarah scott sean sergei sergey sharon simon sofia sophie stefan stephanie stephen steve steven sue susan
  sven tara ted teresa theresa thomas tim timothy tom tomas tony ursula vera victor victoria viktor vincent vladimir walter wei wendy william yan yuri zoe`);

/** Countries, large regions and capitals: enough to tell the commonest places. */
export const PLACES = set(`
  afghanistan africa albania algeria america argentina armenia asia australia austria azerbaijan bangladesh belarus belgium brazil britain bulgaria cambodia canada chile china
  colombia croatia cuba cyprus denmark egypt england estonia ethiopia europe finland france georgia germany ghana greece hungary iceland india indonesia iran iraq ireland israel
  italy japan jordan kazakhstan kenya korea kosovo kuwait latvia lebanon libya lithuania luxembourg malaysia malta mexico moldova mongolia morocco myanmar nepal netherlands
  nigeria norway oman pakistan palestine panama peru philippines poland portugal qatar romania russia scotland serbia singapore slovakia slovenia spain sudan sweden
  switzerland syria taiwan thailand tunisia turkey uganda ukraine uk us usa u.s. u.k. venezuela vietnam wales yemen zimbabwe beijing berlin brussels cairo chicago delhi
  dublin geneva istanbul kyiv london madrid moscow paris pyongyang rome seoul shanghai stockholm sydney tehran tokyo toronto vienna warsaw washington california texas florida`);

/** Common words that open sentences and are no names there. Function words have their own list. */
export const OPENERS = set(`
  according analysts anyone anybody another attackers attack attacks authorities backups code companies company criminals customers data defenders details employees engineers events
  evidence experts figures files firms first further given government governments hackers information inside investigators last local malware many most much network networks new
  none nobody nothing numbers officials once one only organisations organizations other others passwords people police prosecutors records reporters researchers results security
  servers several small software some someone sources staff state support systems systematic table test tests today traffic two three four five six seven eight nine ten
  tomorrow tonight two users victims vulnerabilities weeks words work yesterday please note see figure example examples step chapter section part appendix introduction conclusion
  summary overview background table image photo source update updated version next previous recent early late good bad big best large long short high low full free main
  major minor additional additionally similarly finally firstly secondly generally specifically typically usually currently recently previously subsequently consequently
  interestingly importantly notably overall unfortunately fortunately clearly obviously furthermore moreover nevertheless nonetheless conversely alternatively use using used make
  making create creating add adding remove removing set setting get getting run running open opening close check checking ensure select click choose enter type go let keep
  consider avoid follow refer review verify allow enable disable install configure download upload read write send start stop try want look think know take give find
  ask tell say said says says call called based due thanks yes no ok well right left back`);

/** Endings of common nouns, adverbs and participles that seldom end a name. */
export const COMMON_ENDING = /(?:tion|sion|ment|ness|ity|ing|ance|ence|ism|ship|ware|ers|ors|ists|ies|ly|ed|able|ible|ful|less|ous)$/;
