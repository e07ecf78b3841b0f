/** The organisation of the demonstration. It does not exist: its name, places and people are made up. */
export const demoOrganisation = {
  name: 'Zorggroep Wilgenwaard',
  website: 'https://www.wilgenwaard.example/',
  aliases: ['Wilgenwaard'],
  country: 'nl',
}

/** What a newspaper wrote about it. */
export const demoArticle = 'https://www.elzerbode.example/nieuws/bewoners-wilgenwaard-bakken-duizend-broden'

/** What hung in the village, under `web/print`. */
export const demoPoster = { name: 'poster-open-dag.png', title: 'Poster van de open dag op De Dijkhof' }

/** Who does at the demonstration what only people can do. */
export const demoColleague = 'Samira el Ouarzazi'
