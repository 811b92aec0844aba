// Owns: nouns that name sources of statements: roles, organisations, documents, groups; words that bound such phrases.
// Must not know: sentences, verbs.

function set(text: string): ReadonlySet<string> {
  return new Set(text.split(/\s+/).filter(word => word !== ''));
}

/** One person, by what they do. */
export const ROLE_NOUNS =
  set(`spokesman spokeswoman spokesperson president premier chancellor minister secretary director chief head chairman chairwoman
  chairperson chair founder co-founder cofounder executive officer ceo cto ciso cfo coo manager engineer researcher analyst expert professor lawyer attorney
  prosecutor judge senator congressman congresswoman representative governor mayor ambassador general colonel captain lieutenant sergeant sheriff detective
  inspector commissioner deputy aide adviser advisor assistant author writer reporter journalist editor columnist correspondent critic activist candidate nominee
  leader boss owner partner principal teacher student doctor physician nurse scientist economist historian pollster strategist consultant
  contractor developer administrator administrator moderator host anchor pastor priest bishop pope rabbi imam king queen prince princess coach player
  witness victim resident neighbour neighbor man woman mother father son daughter brother sister wife husband friend colleague farmer driver worker
  employee official diplomat lawmaker politician counsel investigator auditor regulator supervisor coordinator specialist technician fellow
  maintainer operator hacker attacker defendant plaintiff veteran voter actor actress singer comedian artist businessman businesswoman entrepreneur
  billionaire democrat republican vice-president undersecretary chairman-elect user customer patient survivor pilot police-officer trustee member
  politician legislator councillor councilman councilwoman alderman superintendent dean librarian publisher producer filmmaker
  clerk guard porter receptionist dispatcher harbourmaster mechanic electrician translator interpreter negotiator examiner bookkeeper accountant banker broker trader
  shopkeeper baker cook chef waiter waitress curator caretaker janitor archivist registrar notary solicitor barrister magistrate constable paramedic midwife dentist
  pharmacist psychologist sociologist criminologist cryptographer mathematician statistician programmer designer architect surveyor sailor skipper docker
  firefighter soldier foreman organiser organizer secretary-general trainer lecturer rector provost bursar chancellor warden matron headmaster
  headmistress headteacher principal ombudsman ombudswoman rapporteur envoy consul attache commander marshal admiral brigadier major corporal
  whistleblower informant plumber carpenter builder locksmith welder miner fisherman fisher shepherd gardener forester ranger winemaker brewer
  butcher grocer florist hairdresser barber tailor jeweller bookseller landlord landlady tenant lodger caller traveller traveler passenger commuter
  conductor stationmaster signalman controller attendant steward stewardess usher bailiff warder jailer coroner pathologist surgeon anaesthetist
  radiologist physicist chemist biologist geologist astronomer meteorologist engineer-in-chief treasurer comptroller underwriter actuary broker
  broadcaster presenter newsreader blogger podcaster photographer cameraman columnist biographer novelist poet playwright sculptor painter musician
  violinist pianist organist choirmaster referee umpire jockey rider cyclist climber guide hotelier innkeeper publican bartender founder-director
  vice-chancellor vice-chairman vice-chair treasurer steward coach-driver truck-driver bus-driver taxi-driver
  emeritus emerita hunter tester pentester responder adjuster reviewer assessor evaluator interviewer interviewee breeder grower vet veterinarian optician
  beekeeper importer exporter retailer wholesaler dealer merchant salesman saleswoman salesperson investor shareholder homeowner pensioner
  apprentice trainee intern graduate alumnus lodger settler herder angler diver instructor tutor carer caregiver childminder
  cybersecurity-expert defender reverser penetration-tester bug-hunter bystander onlooker passer-by eyewitness caller complainant claimant petitioner
  competitor participant insurer lender supplier buyer seller partner holder`);

/** One body that speaks with one voice. */
export const ORGANISATION_NOUNS =
  set(`ministry office agency department bank company firm government administration police court committee commission council
  board bureau authority institute university college school hospital union party campaign team newspaper paper magazine outlet network station broadcaster
  group organisation organization foundation charity association federation alliance coalition vendor manufacturer maker supplier provider carrier
  operator regulator watchdog laboratory lab embassy military army navy force service senate house congress parliament cabinet kremlin pentagon
  white-house industry church city state county country nation union think-tank startup start-up publisher retailer airline utility insurer
  lender developer nonprofit non-profit panel task-force jury grand-jury newsroom desk wire press media side crew gang project site website publication
  prosecution defence defense unit division branch clinic directorate secretariat inspectorate institute exchange bourse registry registrar municipality
  brokerage theatre theater museum library airport railway shipyard dairy brewery bakery cooperative co-operative hotel supermarket pharmacy archive
  observatory academy factory refinery telecom telco courier forwarder haulier casino lottery fund treasury tribunal consulate coastguard brigade
  parish diocese monastery kindergarten nursery zoo co-op collective congregation consortium conglomerate subsidiary parent-company headquarters chamber
  distributor reseller registry-office landkreis canton borough`);

/** Words inside proper names of organisations. */
export const ORGANISATION_NAME =
  set(`inc corp corporation co ltd llc plc gmbh ag sa bv group holdings bank savings ministry office agency department bureau
  authority institute university college school hospital union party committee commission council board court police army navy force service
  association federation alliance coalition foundation trust fund society centre center laboratory laboratories lab labs systems technologies
  technology software networks network security solutions partners capital media news times post journal herald tribune guardian telegraph
  gazette wire press agency reuters bloomberg cnn bbc nbc abc cbs fox politico axios airlines airways motors energy electric power
  senate house congress parliament kremlin pentagon treasury nato cisa fbi nsa cia nist interpol europol enisa microsoft google apple
  amazon facebook meta twitter cisco ibm intel oracle mandiant crowdstrike kaspersky symantec eset cert project team administration campaign
  government embassy transit account account republicans democrats gop`);

/** Things that are written, and speak for who wrote them. */
export const DOCUMENT_NOUNS =
  set(`report study survey poll paper statement advisory bulletin indictment complaint filing lawsuit suit affidavit memo memorandum letter
  email e-mail mail message post blog tweet note notes document documents transcript transcripts release review audit analysis assessment
  article story editorial column book book advertisement ad article website page records record data figures documents emails e-mails papers
  minutes ruling opinion order verdict warrant manual guideline guidelines policy notice announcement briefing bulletin newsletter
  press-release census dataset log logs spreadsheet summary brief research findings investigation inquiry law bill text texts petition contract testimony
  interview video recording tape speech manifesto whitepaper white-paper changelog readme banner leaflet brochure label sign`);

/** People without names, as a crowd: "analysts say". */
export const GROUP_NOUNS =
  set(`analysts experts researchers officials insiders observers critics sources people specialists scientists lawyers attorneys
  prosecutors investigators authorities diplomats lawmakers politicians economists academics professors scholars historians pundits commentators journalists reporters
  outlets media users customers residents neighbours neighbors witnesses victims employees workers staff staffers aides advisers advisors executives
  engineers developers administrators defenders supporters opponents advocates activists campaigners voters republicans democrats conservatives
  liberals progressives senators members leaders others some many most several few everyone everybody veterans students teachers doctors
  parents women men americans russians ukrainians chinese iranians europeans members agents officers detectives auditors regulators strategists pollsters consultants
  hackers attackers operators vendors companies firms agencies governments organisations organizations groups representatives delegates
  colleagues friends relatives fans skeptics sceptics detractors proponents allies rivals competitors circles studies reports surveys polls
  newspapers hundreds thousands dozens practitioners professionals traders bankers watchers participants stakeholders players quarters`);

/** One person of a crowd, unnamed: "a source said". */
export const UNNAMED_NOUNS =
  set(`source official insider person individual analyst expert researcher employee diplomat aide executive observer adviser advisor staffer
  specialist operative strategist consultant lawmaker lawyer engineer worker colleague investigator officer whistleblower contractor witness competitor
  rival banker trader broker dealer politician negotiator confidant acquaintance participant`);

/** A crowd that says nothing of who is in it. */
export const VAGUE_GROUP_NOUNS =
  set(`analysts experts researchers officials insiders observers critics sources people specialists pundits commentators outlets
  circles some many most several few others everyone everybody scientists academics economists diplomats advisers advisors aides
  employees executives engineers hundreds thousands dozens studies scholars historians skeptics sceptics proponents opponents supporters detractors
  individuals persons operatives strategists staffers consultants media reports advocates activists campaigners practitioners
  professionals traders watchers colleagues acquaintances rivals competitors veterans contemporaries participants stakeholders quarters`);

/** Whether a noun in the plural names people or bodies by what they do: "hoteliers", "analysts". */
export function isCrowd(noun: string): boolean {
  return GROUP_NOUNS.has(noun) || (noun.endsWith('s') && ROLE_NOUNS.has(noun.slice(0, -1)));
}

export const TIME_NOUNS =
  set(`monday tuesday wednesday thursday friday saturday sunday january february march april may june july august september october november december
  today yesterday tomorrow tonight week weekend month year day morning afternoon evening night noon midnight earlier later recently ago now then meanwhile
  once afterwards afterward previously`);

/** Words that end a noun phrase when it is read from right to left, and from left to right. */
export const PHRASE_BOUNDS =
  set(`and but or nor that because while when if as since although though after before so then whether where who whom whose which than what how
  why until unless during despite amid about against into onto over under upon is are was were be been being has have had do does did will would can could may
  might must shall should not n't also only there here yet however thus therefore moreover still instead indeed`);

/** Prepositions that tie a noun to the one before it. */
export const NOUN_PREPOSITIONS = set(`of for at from in with on to`);

export const PREPOSITIONS =
  set(`of for at from in with on to by about against into onto over under upon during after before since until through across between among without within near
  amid despite via like inside outside behind beyond around along toward towards following regarding concerning`);

export const DETERMINERS =
  set(`a an the this that these those his her its their our my your one two three four five six seven eight nine ten another some many most several few both all each
  every any no other such`);

export const PRONOUNS = set(`he she they it i we you who one`);

export const ADVERBS =
  set(`also later then once now still even just again recently repeatedly since further too first only always often never sometimes initially immediately soon
  already thus instead perhaps maybe simply merely since subsequently previously earlier today yesterday afterwards afterward therefore however reportedly meanwhile`);

export const AUXILIARIES = set(
  `has have had is was are were be been being did does do would will could may might can must shall should having 's 've 'd 'll`,
);
