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
      --max-dollars 0.31          zoveel mag een zoekmachine kosten die geld vraagt; zonder niets
      --keep BESTAND              bewaar het webarchief van deze audit in een bestand
      --links BESTAND|-           links die je al hebt, één per regel
      --locations BESTAND|-       locaties: CSV, of een naam per regel
      --team BESTAND|-            teamleden: CSV, of een naam per regel; alleen met een grondslag
      --team-basis BESTAND        de grondslag daarvoor, als JSON; of leg haar vast op de teampagina
      --print BESTAND             poster of flyer (foto, scan, pdf); mag vaker
      --press BESTAND|ADRES       knipsel of artikel (foto, scan, pdf, tekst, webadres); mag vaker
      --offline                   vraag niets aan het netwerk
      --server ADRES              laat deze server het werk doen
      --json                      schrijf het verslag als JSON
  eenlijn schedule                wie wanneer vanzelf opnieuw bekeken wordt
  eenlijn schedule NAAM|AUDIT [opties]   bekijk deze organisatie vanzelf opnieuw
      --every quarterly           weekly, monthly, quarterly, half-yearly, yearly, of een regel: "12 6 7 1 *"
      --time-zone Europe/Amsterdam
      --remove                    haal het weg
      --id ID, --website ADRES    welke, als er meer organisaties met deze naam zijn; ook bij news en check
  eenlijn news NAAM|AUDIT         wie hoort het als er iets verandert
      --mail ADRES | --webhook ADRES   zet een adres in de lijst
      --alerts                    alleen als er haast bij is
      --language nl               taal van de mail: nl of en
      --remove ID                 haal een adres uit de lijst
  eenlijn check ADRES             is dit account van een organisatie die dat laat navragen
      --organisation NAAM         vraag het alleen aan deze
  eenlijn batch BESTAND [opties]  bekijk een lijst organisaties: CSV, regels ‘naam; website’, of JSON
      --label NAAM                hoe de lijst heet
  eenlijn diff AUDIT AUDIT        wat veranderde er tussen twee audits; met --json voor een programma
  eenlijn compare NAAM|AUDIT NAAM|AUDIT… [opties]   leg organisaties naast elkaar, waar norm en zicht gelijk zijn
      --rubric VERSIE|then        meet met deze meetlat, of zoals elke audit toen gemeten is
      --without-agreements        zonder wat ieder zelf afsprak en uitlegde
  eenlijn rescore AUDIT --rubric VERSIE
                                  geef een oude audit een cijfer volgens een andere meetlat
  eenlijn extract --pages LIJST   lees bewaarde pagina's, een regel JSON per pagina
  eenlijn classify                lees adressen van de standaardinvoer, een per regel
  eenlijn profile read BESTAND --platform x --url ADRES
                                  lees een bewaarde profielpagina; of veel: --manifest LIJST
  eenlijn verify --candidates LIJST
                                  zeg van wie accounts zijn, een regel JSON per account
  eenlijn read-print BESTAND…     lees posters en flyers (foto, scan, pdf), een regel JSON per bestand
  eenlijn images compare --pairs LIJST   is het dezelfde banner: een regel JSON per paar
  eenlijn images logos --set LIJST       staat het logo erin: een regel JSON per afbeelding en logo
  eenlijn images portraits --set LIJST   dezelfde achtergrond en hetzelfde licht: de groepen, dan een regel per paar
  eenlijn names infer BESTAND     hoe zijn de namen gebouwd: JSON met organisatie, mensen en accounts (- is de invoer)
  eenlijn names suggest BESTAND   welke naam neemt ieder op elk platform: dezelfde JSON
  eenlijn serve                   start de website en de API
  eenlijn worker                  start een werker (met REDIS_URL)
  eenlijn backup MAP              kopieer database en bewijs, terwijl alles draait
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
      --max-dollars 0.31          a search engine that asks money may cost this much; without it nothing
      --keep FILE                 write this audit’s own web archive to a file
      --links FILE|-              links that you already have, one a line
      --locations FILE|-          locations: CSV, or a name a line
      --team FILE|-               team members: CSV, or a name a line; only with a basis
      --team-basis FILE           the basis for that, as JSON; or record it on the team page
      --print FILE                poster or flyer (photo, scan, PDF); may be repeated
      --press FILE|URL            clipping or article (photo, scan, PDF, text, web address); may be repeated
      --offline                   ask nothing of the network
      --server URL                let this server do the work
      --json                      write the record as JSON
  eenlijn schedule                who is looked at again by itself, and when
  eenlijn schedule NAME|AUDIT [options]  have this organisation looked at again by itself
      --every quarterly           weekly, monthly, quarterly, half-yearly, yearly, or a rule: "12 6 7 1 *"
      --time-zone Europe/Amsterdam
      --remove                    take it away
      --id ID, --website URL      which one, when several organisations have this name; with news and check too
  eenlijn news NAME|AUDIT         who is told when something changes
      --mail ADDRESS | --webhook URL   put an address in the list
      --alerts                    only when it is urgent
      --language en               language of the mail: nl or en
      --remove ID                 take an address from the list
  eenlijn check ADDRESS           does this account belong to an organisation that lets anybody ask
      --organisation NAME         ask this one alone
  eenlijn batch FILE [options]    look at a list of organisations: CSV, lines of ‘name; website’, or JSON
      --label NAME                what the list is called
  eenlijn diff AUDIT AUDIT        what changed between two audits; with --json for a program
  eenlijn compare NAME|AUDIT NAME|AUDIT… [options]   lay organisations beside each other, where norm and sight are equal
      --rubric VERSION|then       measure by this rubric, or as each audit was measured at the time
      --without-agreements        without what each agreed and explained for itself
  eenlijn rescore AUDIT --rubric VERSION
                                  grade an old audit by another rubric
  eenlijn extract --pages LIST    read saved pages, a line of JSON for each
  eenlijn classify                read addresses from standard input, one a line
  eenlijn profile read FILE --platform x --url URL
                                  read a saved profile page; or many: --manifest LIST
  eenlijn verify --candidates LIST
                                  say whose accounts are, a line of JSON for each
  eenlijn read-print FILE…        read posters and flyers (photo, scan, PDF), a line of JSON for each
  eenlijn images compare --pairs LIST    is it the same banner: a line of JSON for each pair
  eenlijn images logos --set LIST        is the logo in it: a line of JSON for each picture and logo
  eenlijn images portraits --set LIST    the same backdrop and light: the groups, then a line for each pair
  eenlijn names infer FILE        how the names are built: JSON with organisation, people and accounts (- is standard input)
  eenlijn names suggest FILE      which name each takes on every platform: the same JSON
  eenlijn serve                   start the website and the API
  eenlijn worker                  start a worker (with REDIS_URL)
  eenlijn backup FOLDER           copy database and evidence while everything runs
  eenlijn help                    this text

The record goes to standard output, progress to standard error.
Exit: 0 done · 1 failed · 2 the command is not right · 3 several organisations have this name ·
4 archive cannot be read · 130 stopped with Ctrl-C
`,
}
