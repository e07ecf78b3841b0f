/** Addresses that open an app, and the web address of the same thing. The rest of the text is put behind it. */
const apps: readonly (readonly [RegExp, string])[] = [
  [/^(?:twitter|x):\/\/user\?(?:[^#]*&)?screen_name=/i, 'https://x.com/'],
  [/^instagram:\/\/user\/?\?username=/i, 'https://www.instagram.com/'],
  [/^fb:\/\/(?:profile|page|group)\/(?:\?id=)?/i, 'https://www.facebook.com/'],
  [/^fb-messenger:\/\/user(?:-thread)?\//i, 'https://www.facebook.com/'],
  [/^(?:vnd\.)?youtube:\/\/(?:www\.youtube\.com\/)?(?=channel\/|user\/|@)/i, 'https://www.youtube.com/'],
  [/^tg:\/{0,2}resolve\?(?:[^#]*&)?domain=/i, 'https://t.me/'],
  [/^tg:\/{0,2}join\?(?:[^#]*&)?invite=/i, 'https://t.me/+'],
  [/^tg:\/{0,2}msg(?:_url)?\?/i, 'https://t.me/share/url?'],
  [/^whatsapp:\/{0,2}send\/?\?/i, 'https://api.whatsapp.com/send?'],
  [/^spotify:(?=artist:|show:|user:)/i, 'spotify'],
  [/^at:\/\/(?=did:)/i, 'https://bsky.app/profile/'],
  [/^snapchat:\/\/add\//i, 'https://www.snapchat.com/add/'],
]

/** The web address behind an app link, or `null` when the text is none. */
export function appLink(text: string): string | null {
  if (text.length > 4000 || !/^[a-z.-]{2,16}:/i.test(text)) return null
  for (const [opening, web] of apps) {
    const found = opening.exec(text)
    if (found === null) continue
    const rest = text.slice(found[0].length)
    return web === 'spotify' ? `https://open.spotify.com/${rest.replaceAll(':', '/')}` : web + rest
  }
  return null
}
