import { folded } from './spelling.ts'

/** Names by which people of one name are called, Dutch and English; the first of a line is the full one. */
const groups = `johannes jan hans joh johan jo joop jannes
  johanna jo anja joke hanneke jannie janny jopie
  cornelis kees cor cees corne
  cornelia corrie cora nelie nel lia
  wilhelmus willem wim pim will
  wilhelmina willemijn mien mina minke wil helma
  pieter piet peter
  petrus piet peter
  jacobus koos jaap jack cobus
  jacob jaap jake koos
  adrianus adrie arie ad aad
  adriana adrie jana
  antonius ton toon anton tonnie
  antonia toos tonia tonny
  theodorus theo dirk
  gerardus gerard ger gerrit
  geertruida truus geertje trudy
  hendrik henk rik henri
  hendrika rika riek hennie
  elisabeth els lies liesbeth betty lisa elly bep ellis beth liz lizzie
  elizabeth liz beth betsy lizzie eliza betty libby
  margaretha greet marga gretha margreet
  margaret maggie meg peggy marge
  catharina trijntje toos kaat cato karin tineke rina
  katherine kate kathy katie kat
  catherine cathy kate cate cat
  maria marie ria mieke miep marijke riet mia
  franciscus frans cis
  francisca cisca fransje
  nicolaas klaas nico niek
  nicholas nick nicky
  lambertus bert lam
  hubertus huub bert hub
  robertus rob bert robert
  robert bob rob bobby robbie bert
  albertus bert ab albert
  leonardus leo leonard len
  martinus martin tinus rinus
  mathijs thijs matthijs tijs
  matheus thijs theo matthew
  sebastiaan bas
  alexander alex lex sander xander
  alexandra alex sandra lex
  benjamin ben benny
  christiaan chris
  christina tina chris stien
  christopher chris kit topher
  daniel dan danny daan
  david dave davy
  edward ed eddie ted ned
  eduard ed edo
  frederik fred freek frits
  frederick fred freddy
  gabriel gabe
  gregory greg
  jeffrey jeff
  jennifer jen jenny
  james jim jimmy jamie
  john jack johnny
  jonathan jon
  joseph joe joey
  joshua josh
  kenneth ken kenny
  lawrence larry
  michael mike mick mickey
  michiel chiel
  nathaniel nate nat
  patrick pat paddy
  patricia pat patty trish
  raymond ray
  richard rick dick rich richie
  ronald ron ronnie
  samuel sam sammy
  samantha sam
  stephen steve steph
  steven steve
  susan sue suzy
  suzanne suus sanne
  thomas tom tommy
  timothy tim timmy
  victoria vicky tori
  vincent vin vince
  william bill will billy willy liam
  zachary zach zack
  charles chuck charlie chas
  henry hank harry
  donald don donny
  gerald jerry gerry
  andrew andy drew
  anthony tony
  deborah debbie deb
  rebecca becky becca
  nicole nikki nicky
  pamela pam
  theodore ted teddy
  walter walt
  eugene gene
  leonard len lenny
  jacqueline jacky jackie
  josephus jos jef sjef
  josephina josje fien
  helena leni lena heleen
  magdalena lena magda leen
  wouter wout
  bartholomeus bart mees
  laurens lau rens
  dominicus dominic nico
  femke fem
  annemarie annemiek
  mohammed mo moh
  mohamed mo
  muhammed mo`

const byName = new Map<string, Set<string>>()
for (const line of groups.split('\n')) {
  const names = line.trim().split(/\s+/)
  for (const name of names) {
    const others = byName.get(name) ?? new Set()
    for (const other of names) if (other !== name) others.add(other)
    byName.set(name, others)
  }
}

/** Other names by which somebody with this first name may be called, folded; none for a name that is not known. */
export const nicknamesOf = (given: string): readonly string[] => [...(byName.get(folded(given)) ?? [])]
