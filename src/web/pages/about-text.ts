import { mostDaysOfPeople } from '../../../config/retention.ts'
import type { Text } from '../../model/text.ts'

/** What the page that explains the product says. */
export const aboutText: {
  readonly lead: Text
  readonly sections: readonly { readonly title: Text; readonly items: readonly Text[] }[]
} = {
  lead: {
    nl: 'Eenlijn bekijkt hoe een organisatie zich laat zien op social media. Het programma zoekt en vergelijkt. Mensen beslissen en geven cijfers.',
    en: 'Eenlijn looks at how an organisation presents itself on social media. The program searches and compares. People decide and grade.',
  },
  sections: [
    {
      title: { nl: 'In vijf stappen', en: 'In five steps' },
      items: [
        {
          nl: 'Zoeken: wij kijken op de website, in Wikidata en in de links die jij geeft.',
          en: 'Search: we look on the website, in Wikidata and at the links that you give.',
        },
        {
          nl: 'Van ons? Jij zegt welke accounts van jullie zijn.',
          en: 'Ours? You say which accounts are yours.',
        },
        {
          nl: 'Cijfer: jij geeft elk account een cijfer en zegt waarom.',
          en: 'Grade: you give each account a grade and say why.',
        },
        {
          nl: 'Uniformiteit: jij kijkt of alles bij elkaar past en maakt een plan.',
          en: 'Uniformity: you see whether it all belongs together, and make a plan.',
        },
        {
          nl: 'Verslag: alles bij elkaar, om te printen of te delen.',
          en: 'Report: everything together, to print or to share.',
        },
      ],
    },
    {
      title: { nl: 'Geblokkeerd is niet hetzelfde als afwezig', en: 'Blocked is not the same as missing' },
      items: [
        {
          nl: 'Veel platforms laten alleen mensen binnen die zijn ingelogd. Wij loggen niet in en doen ons niet anders voor.',
          en: 'Many platforms let in only people who are signed in. We do not sign in and do not pretend to be somebody else.',
        },
        {
          nl: 'Wat wij niet konden zien, noemen wij ‘niet te zien’. Het telt nooit als fout.',
          en: 'What we could not see, we call ‘could not be seen’. It never counts as a fault.',
        },
        {
          nl: 'Overal waar wij niet konden kijken, staat hoe je zelf kijkt.',
          en: 'Wherever we could not look, you find how to look yourself.',
        },
      ],
    },
    {
      title: { nl: 'Wat een cijfer zegt', en: 'What a grade says' },
      items: [
        {
          nl: 'Jouw cijfer is jouw mening. Daarom hoort er altijd een reden bij.',
          en: 'Your grade is your opinion. So it always comes with a reason.',
        },
        {
          nl: 'Cijfers van anderen en van ons zie je pas als je zelf een cijfer hebt gegeven. Zo sturen ze je niet.',
          en: 'You see other people’s grades and ours only after you have graded. So they do not steer you.',
        },
        {
          nl: 'Ons cijfer zegt alleen of de namen van de accounts op elkaar lijken. Zo rekenen wij: cijfer = 1 + 9 × punten ÷ maximum.',
          en: 'Our grade only says whether the names of the accounts look alike. This is how we compute it: grade = 1 + 9 × points ÷ maximum.',
        },
        {
          nl: 'Bij ons cijfer staat altijd welk deel wij konden beoordelen. Is dat te weinig, dan geven wij geen cijfer.',
          en: 'Our grade always says which part we could judge. When that is too little, we give no grade.',
        },
      ],
    },
    {
      title: { nl: 'Privacy', en: 'Privacy' },
      items: [
        {
          nl: 'Het gaat om accounts van organisaties. Van profielen van mensen houden wij alleen het aantal bij.',
          en: 'This is about accounts of organisations. Of people’s profiles we keep only the number.',
        },
        {
          nl: 'Wij vragen alleen openbare pagina’s op, in een rustig tempo, en doen wat een site daarover vraagt.',
          en: 'We ask only for public pages, at an easy pace, and do what a site asks about that.',
        },
        {
          nl: `Bewaarde pagina’s en foto’s wissen wij na een vaste tijd. Pagina’s over mensen bewaren wij nooit langer dan ${mostDaysOfPeople} dagen.`,
          en: `Kept pages and pictures are erased after a fixed time. Pages about people are never kept longer than ${mostDaysOfPeople} days.`,
        },
        {
          nl: 'Je naam staat alleen bij je eigen cijfers en keuzes, op deze computer of server.',
          en: 'Your name stands only with your own grades and choices, on this computer or server.',
        },
      ],
    },
  ],
}
