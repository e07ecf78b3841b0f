/** Stems of what people do or are in an organisation (nl, en, de, fr); each begins or ends a word. */
const begins =
  'direct(?:eur|rice|ie|or|eu)|bestuur(?:der|slid|svoorz)|bestuurs?voorz|voorzit|vice-?voorz|penningm|secretar|sekret|secrét|medewerk|mede-?oprich|oprich|mede-?eigen|eigenaar|eigenares|manag|teammanag|teamleid|teamlid|teamcoach|leidinggev|co[oö]rdinat|adviseur|adviser|advisor|begeleid|woonbegel|verpleeg|verzorg|wijkverpl|zorgco|arts\\b|huisarts|basisarts|specialist|assistent|assistant|leraar|lerares|leerkracht|docent|onderwijz|juf\\b|juf |meester\\b|intern begeleider|conci[eë]rge|administra|boekhoud|financ|controller|beleids|projectl|projectm|programma|ontwikkel|ontwerp|vormgev|redact|journalist|fotogra|trainer|training|coach|therap|psycho|pedago|orthoped|fysio|logop[eé]|di[eë]tist|ergoth|vrijwillig|stagiair|stage|recept|telefonist|gastvrouw|gastheer|kok\\b|chauffeur|monteur|technic|onderzoek|hoofd\\b|hoofd |plaatsverv|notaris|advocaat|jurist|consultant|recruiter|woordvoer|communicat|marketing|webmaster|beheerder|bibliothe|dirigent|regisseur|artistiek|zakelijk leider|predikant|voorganger|toezichth|commissaris|lid\\b|lid |erelid|kandidaat|kwartierm|opbouwwerk|jongerenwerk|maatschappelijk|sociaal werk|schuldhulp|ambulant|casemanag|klantmanag|accountm|eindredact|conservator|curator|projectassist|hr[ -]|ict[ -]|it[ -]|pr[ -]|chair|president|vice|treasur|member\\b|board member|officer|chief|lead\\b|leader|head\\b|head |co-?found|founder|founding|engineer|develop|design|editor|writer|author|teach|tutor|lectur|professor|researcher|scientist|nurse|doctor|physician|surgeon|volunteer|intern\\b|apprentice|trainee|supervis|analyst|architect|artist|associate|owner|partner\\b|principal|dean|producer|photograph|program|project|product|operations|support|sales|account|strateg|execut|fellow|contributor|maintainer|organi[sz]er|host\\b|moderator|trustee|warden|clerk|counsel|attorney|lawyer|paralegal|dentist|hygienist|veterin|chef|driver|mechanic|caretaker|librarian|instructor|facilit|liaison|representative|coordinator|planner|buyer|bookkeep|accountant|webmast|leit|stellv|vorsitz|vorstand|kassen|schatzm|schriftf|erzieh|lehrer|p[aä]dagog|gesch[aä]ftsf|mitarbeit|mitglied|referent|redakt|gr[uü]nder|ausbild|praktik|beisitz|berat|betreu|sozial|prés|tr[eé]sor|membre|responsable|charg[eé]|fondat|conseil|enseign|infirm|m[eé]decin|bénévole|stagiaire|formateur|animat|adjoint'
const ends =
  'manager|medewerker|medewerkster|directeur|voorzitter|co[oö]rdinator|adviseur|leider|begeleider|verpleegkundige|verzorgende|assistent|assistente|specialist|docent|leraar|leerkracht|coach|trainer|therapeut|psycholoog|ontwikkelaar|ontwerper|redacteur|beheerder|kundige|deskundige|juf|meester|lid|director|officer|engineer|developer|designer|editor|leiter|leiterin|leitung|lehrerin|erzieherin|berater|beraterin|führer|pädagoge|in opleiding'
const abbreviation = /^(?:CEO|CTO|CFO|COO|CMO|CIO|CISO|CPO|CHRO|VP|SVP|EVP|HR|PR|IB'?er|MD|PhD|GZ|AIOS|ANIOS|POH)(?:\b|$)/

const pattern = new RegExp(`(?:^|[^\\p{L}])(?:(?:${begins})|(?:\\p{L}{0,30}(?:${ends})(?:$|[^\\p{L}])))`, 'iu')

/** Whether a short text says what somebody does or is: "Oprichter", "Vice-Member of the board", "Juf kleuterschool". */
export function isRole(text: string): boolean {
  return text.length <= 120 && (abbreviation.test(text) || pattern.test(text))
}

const namesToo = /^(?:dean|kok|juf|leit\p{L}*|berat|kassen\p{L}*|meester|stage|pr|it|ict|hr|host)$/iu
const firstWord = new RegExp(`^(?:${begins})`, 'iu')
const wholeWord = new RegExp(`^\\p{L}{0,30}(?:${ends})$`, 'iu')

/** Whether the first word of what may be a name is that of a role: "Managing Director". Words that are names too are let through. */
export const startsRole = (word: string): boolean => !namesToo.test(word) && (firstWord.test(word) || abbreviation.test(word))
/** Whether a further word is a role and no surname. */
export const isRoleWord = (word: string): boolean => !namesToo.test(word) && wholeWord.test(word)
