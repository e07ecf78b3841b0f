import type { PlatformId } from '../../model/platform.ts'
import type { Text } from '../../model/text.ts'

/** Where to look on a profile, for the platforms that show themselves to people and not to programs. */
const hints: Partial<Record<PlatformId, Text>> = {
  linkedin: {
    nl: 'Kies ‘Over ons’ of ‘Info’. Daar staan de beschrijving en de website bij elkaar. De datum van het nieuwste bericht vind je onder ‘Berichten’.',
    en: 'Choose ‘About’. The description and the website stand there together. The date of the newest post is under ‘Posts’.',
  },
  facebook: {
    nl: 'Sluit de melding over inloggen, of log in. Onder de naam staat ‘Info’ met de beschrijving en de website. Scroll iets door voor het nieuwste bericht.',
    en: 'Close the message about logging in, or log in. Below the name, ‘About’ has the description and the website. Scroll a little for the newest post.',
  },
  instagram: {
    nl: 'Sluit de melding over inloggen, of log in. Boven de foto’s staan de naam, de beschrijving en de website. Een vastgezet bericht is niet altijd het nieuwste.',
    en: 'Close the message about logging in, or log in. The name, the description and the website stand above the pictures. A pinned post is not always the newest.',
  },
  x: {
    nl: 'Boven de berichten staan de naam, de beschrijving en de website. Zonder inloggen laat X oude berichten eerst zien: vul de datum dan niet in.',
    en: 'The name, the description and the website stand above the posts. To who is not logged in X shows old posts first: then leave the date open.',
  },
  youtube: {
    nl: 'Kies ‘…meer’ onder de naam. Daar staan de beschrijving en de links. De datum van de nieuwste video vind je onder ‘Video’s’.',
    en: 'Choose ‘…more’ below the name. The description and the links stand there. The date of the newest video is under ‘Videos’.',
  },
  tiktok: {
    nl: 'Onder de naam staan de beschrijving en de website. Een vastgezette video is niet altijd de nieuwste.',
    en: 'The description and the website stand below the name. A pinned video is not always the newest.',
  },
  threads: {
    nl: 'Boven de berichten staan de naam, de beschrijving en de website. Je kunt dit bekijken zonder in te loggen.',
    en: 'The name, the description and the website stand above the posts. You can see this without logging in.',
  },
}

const elsewhere: Text = {
  nl: 'Kijk bovenaan de pagina naar de naam, de beschrijving en de website, en daaronder naar het nieuwste bericht.',
  en: 'Look at the top of the page for the name, the description and the website, and below it for the newest post.',
}

export const lookHint = (platform: PlatformId): Text => hints[platform] ?? elsewhere
