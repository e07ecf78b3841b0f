import { count } from './count.ts'

/** The words of the page "Nieuws", in Dutch at B1. English has the same keys. */
export const newsNl = {
  title: 'Nieuws',
  link: 'Wie hoort het als er iets verandert?',
  lead: 'Na elke nieuwe audit vertellen wij wat er veranderde: wat beter werd, wat minder werd en wat gelijk bleef.',
  who: 'Wie hoort het',
  nobody: 'Nog niemand. Zet hieronder een adres in de lijst.',
  channels: { mail: 'per mail', webhook: 'per webhook' },
  wants: { all: 'na elke audit', alerts: 'alleen als er haast bij is' },
  languages: { nl: 'in het Nederlands', en: 'in het Engels' },
  removeButton: 'Haal weg',
  delivery: {
    none: 'Er is nog niets verstuurd.',
    sent: (at: string) => `Laatste bericht verstuurd op ${at}.`,
    nothing: 'Na de laatste audit was er geen haast. Er is niets verstuurd.',
    waiting: 'Het bericht gaat zo weg.',
    heldNetwork: 'Het bericht wacht tot het netwerk aanstaat.',
    heldMail: 'Er gaat geen mail weg tot mail aanstaat.',
    again: (problem: string, attempts: number, at: string) =>
      `${problem} Wij probeerden het ${count(attempts, 'keer', 'keer')} en doen het opnieuw op ${at}.`,
    givenUp: (problem: string, attempts: number) =>
      `Niet gelukt. ${problem} Wij probeerden het ${count(attempts, 'keer', 'keer')} en zijn gestopt. Klopt het adres nog?`,
  },
  problems: {
    status: (status: string) => `De ontvanger antwoordde met fout ${status}.`,
    redirect: 'De ontvanger stuurt door naar een ander adres. Vul dat adres zelf in.',
    gone: 'De ontvanger zegt dat dit adres niet meer bestaat.',
    'private-address': 'Het adres ligt niet op het openbare web.',
    timeout: 'De ontvanger antwoordde niet op tijd.',
    unreachable: 'De ontvanger was niet te bereiken.',
    'mail-refused': 'De mailserver neemt geen mail aan voor dit adres.',
    'mail-away': 'De mailserver was niet te bereiken.',
  },
  /** Why nothing goes out, at the top of the page. */
  held: {
    network: {
      title: 'Er wordt nu niets verstuurd',
      text: 'Het netwerk van deze server staat uit, dus wij sturen geen mail en geen webhook. De beheerder zet het aan met EENLIJN_NETWORK=on. Nieuws over audits van de laatste drie dagen gaat dan alsnog weg. De feed werkt wel.',
    },
    mail: {
      title: 'Er gaat nu geen mail weg',
      text: (n: number) =>
        `${count(n, 'lezer krijgt', 'lezers krijgen')} daardoor geen nieuws. De beheerder zet mail aan met SMTP_URL en MAIL_FROM. Nieuws over audits van de laatste drie dagen gaat dan alsnog weg.`,
    },
  },
  add: 'Zet een adres in de lijst',
  mail: {
    title: 'Per mail',
    to: 'E-mailadres',
    toHelp: 'In elke mail staat een link om ermee te stoppen.',
    locale: 'Taal van de mail',
    localeNames: { nl: 'Nederlands', en: 'Engels' },
    button: 'Zet in de lijst',
    off: {
      title: 'Mail staat uit',
      text: 'Deze server kan geen mail sturen. De beheerder zet dat aan met SMTP_URL en MAIL_FROM.',
      others: 'Een webhook en de feed werken wel.',
    },
  },
  webhook: {
    title: 'Per webhook',
    help: 'Voor wie het nieuws in een eigen systeem wil ontvangen, als JSON met een handtekening.',
    to: 'Adres van de webhook',
    toHelp: 'Voluit, bijvoorbeeld https://hooks.zorgwijde.example/eenlijn',
    button: 'Zet de webhook in de lijst',
    made: {
      title: 'Bewaar deze sleutel nu',
      text: 'Hiermee controleert je systeem of een bericht echt van ons komt. Wij laten hem maar één keer zien. Bewaar hem waar niemand anders bij kan.',
      key: 'Sleutel voor de handtekening',
      how: 'De handtekening volgt Standard Webhooks: HMAC-SHA256, in de kop webhook-signature.',
    },
  },
  when: {
    legend: 'Wanneer?',
    all: 'Na elke audit',
    alerts: 'Alleen als er haast bij is',
    alertsHelp:
      'Er verdwijnt een account, iemand anders gebruikt jullie naam, jullie website linkt niet meer, of er komt een account bij dat op jullie lijkt.',
  },
  feed: {
    title: 'Als feed',
    text: 'Lees het nieuws over jullie eigen accounts in een feedlezer. Vermoedens en cijfers staan er niet in.',
    atom: 'Als Atom-feed',
    json: 'Als JSON-feed',
  },
  privacy:
    'Wie deze audit kan openen, ziet deze adressen. Een adres dat uit de lijst gaat, wordt meteen gewist. In het nieuws staan geen namen van mensen.',
  unsubscribe: {
    title: 'Geen mail meer?',
    text: (organisation: string) => `Je krijgt dan geen mail meer over ${organisation}. Je adres wordt meteen gewist.`,
    button: 'Stop met de mail',
    doneTitle: 'Je krijgt geen mail meer',
    done: (organisation: string) => `Je adres is gewist uit de lijst van ${organisation}.`,
  },
}

export type NewsMessages = typeof newsNl
