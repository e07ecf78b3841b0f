/** The organisation of the demonstration. It does not exist: its name, places and people are made up. */
export const demoOrganisation = {
  name: 'Zorggroep Wilgenwaard',
  website: 'https://www.wilgenwaard.example/',
  aliases: ['Wilgenwaard'],
  country: 'nl',
}
