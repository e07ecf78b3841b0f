import type { Text } from '../model/text.ts'

export const help: Text = {
  nl: `Eenlijn kijkt hoe een organisatie zich op sociale media laat zien.

  eenlijn audit NAAM [opties]     zoek de accounts van een organisatie
      --website ADRES             de website; zonder zoekt Eenlijn hem in Wikidata
      --alias NAAM                een andere naam; mag vaker
      --country nl                land, twee letters
      --platform x                kijk alleen hier; mag vaker
      --archive BESTAND           speel een webarchief (WARC) af; het netwerk blijft uit
      --routes LIJST              naast Wikidata alleen deze routes, met komma’s: website,wikidata,platform-search,handle-guess,search-engine
      --keep BESTAND              bewaar het webarchief van deze audit in een bestand
      --links BESTAND|-           links die je al hebt, één per regel
      --locations BESTAND|-       locaties: CSV, of een naam per regel
      --offline                   vraag niets aan het netwerk
      --server ADRES              laat deze server het werk doen
      --json                      schrijf het verslag als JSON
  eenlijn extract --pages LIJST   lees bewaarde pagina's, een regel JSON per pagina
  eenlijn classify                lees adressen van de standaardinvoer, een per regel
  eenlijn profile read BESTAND --platform x --url ADRES
                                  lees een bewaarde profielpagina; of veel: --manifest LIJST
  eenlijn read-print BESTAND…     lees posters en flyers (foto, scan, pdf), een regel JSON per bestand
  eenlijn serve                   start de website en de API
  eenlijn worker                  start een werker (met REDIS_URL)
  eenlijn help                    deze uitleg

Het verslag komt op de standaarduitvoer, de voortgang op de foutuitvoer.
Einde: 0 klaar · 1 mislukt · 2 opdracht klopt niet · 3 meer organisaties met deze naam ·
4 archief niet te lezen · 130 gestopt met Ctrl-C
`,
  en: `Eenlijn looks at how an organisation presents itself on social media.

  eenlijn audit NAME [options]    find the accounts of an organisation
      --website URL               the website; without it Eenlijn asks Wikidata
      --alias NAME                another name; may be repeated
      --country nl                country, two letters
      --platform x                look only here; may be repeated
      --archive FILE              replay a web archive (WARC); the network stays off
      --routes LIST               beside Wikidata only these routes, with commas: website,wikidata,platform-search,handle-guess,search-engine
      --keep FILE                 write this audit’s own web archive to a file
      --links FILE|-              links that you already have, one a line
      --locations FILE|-          locations: CSV, or a name a line
      --offline                   ask nothing of the network
      --server URL                let this server do the work
      --json                      write the record as JSON
  eenlijn extract --pages LIST    read saved pages, a line of JSON for each
  eenlijn classify                read addresses from standard input, one a line
  eenlijn profile read FILE --platform x --url URL
                                  read a saved profile page; or many: --manifest LIST
  eenlijn read-print FILE…        read posters and flyers (photo, scan, PDF), a line of JSON for each
  eenlijn serve                   start the website and the API
  eenlijn worker                  start a worker (with REDIS_URL)
  eenlijn help                    this text

The record goes to standard output, progress to standard error.
Exit: 0 done · 1 failed · 2 the command is not right · 3 several organisations have this name ·
4 archive cannot be read · 130 stopped with Ctrl-C
`,
}
