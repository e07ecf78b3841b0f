import type { CheerioAPI } from 'cheerio/slim'
import type { PlatformId } from '../model/platform.ts'
import { countIn } from './count.ts'
import { type Field, isText, newest, type ProfileFields } from './profile-fields.ts'
import { textInDescription } from './profile-words.ts'

type ReadElements = ($: CheerioAPI) => ProfileFields

const from = 'profile page'
const firstText = ($: CheerioAPI, selector: string): Field => $(selector).first().text().trim() || undefined
const firstPicture = ($: CheerioAPI, selector: string): Field => {
  const picture = $(selector).first()
  return picture.attr('data-delayed-url') ?? picture.attr('data-ghost-url') ?? picture.attr('src') ?? undefined
}
const hrefs = ($: CheerioAPI, selector: string): string[] =>
  $(selector)
    .toArray()
    .map((link) => $(link).attr('href'))
    .filter(isText)
const times = ($: CheerioAPI, selector: string) =>
  newest(
    $(selector)
      .toArray()
      .slice(0, 200)
      .map((time) => $(time).attr('datetime')),
  )

/** t.me/name shows the account, t.me/s/name its messages too. */
const telegram: ReadElements = ($) => {
  const name = firstText($, '.tgme_page_title, .tgme_channel_info_header_title')
  if (!name) return { from }
  const about = $('.tgme_page_description, .tgme_channel_info_description').first()
  about.find('br').replaceWith('\n')
  const link = about.find('a[href^="http"]').attr('href') ?? /https?:\/\/[^\s<>"]{1,500}/.exec(about.text())?.[0] ?? null
  const extra = firstText($, '.tgme_page_extra, .tgme_channel_info_header_username') ?? ''
  const counter = $('.tgme_channel_info_counter')
    .toArray()
    .map((one) => $(one).text())
    .find((text) => /subscriber|member|abonnee|lid/i.test(text))
  return {
    from,
    name,
    description: textInDescription('telegram', about.text()),
    picture: firstPicture($, 'img.tgme_page_photo_image, .tgme_page_photo_image img') ?? null,
    // Telegram has no field for it: the first link in the description stands for it.
    website: link,
    handle: /^@(\w{4,32})$/.exec(extra)?.[1],
    verified: $('.tgme_page_title .verified-icon, .tgme_channel_info_header_title .verified-icon').length > 0 || undefined,
    followers: countIn(counter ?? (extra.startsWith('@') ? '' : extra)) ?? undefined,
    lastPost: times($, '.tgme_widget_message_date time[datetime]'),
    links: link ? [link] : [],
  }
}

/** The page for who is not logged in, and the one for who is. */
const linkedin: ReadElements = ($) => {
  const website = firstText($, '[data-test-id="about-us__website"] a') ?? firstText($, 'a.link-without-visited-state[href^="http"] span')
  const lines = firstText($, '.top-card-layout__first-subline, .org-top-card-summary-info-list, .top-card__subline') ?? ''
  return {
    from,
    name: firstText($, 'h1.top-card-layout__title, h1.org-top-card-summary__title, h1#name'),
    description: firstText($, '[data-test-id="about-us__description"], .org-top-card-summary__tagline, p.break-words.white-space-pre-wrap'),
    picture: firstPicture($, 'img.top-card-layout__entity-image, img.org-top-card-primary-content__logo'),
    website,
    banner: firstPicture($, 'img.cover-img__image, .org-cropped-image__cover-image img, img.profile-background-image__image'),
    category: firstText($, '[data-test-id="about-us__industry"] dd'),
    followers: countIn(/[\d.,]{1,15}[KM]?(?: |&nbsp;|\u00a0)(?:followers|volgers)/.exec(lines)?.[0] ?? '') ?? undefined,
    links: website ? [website] : undefined,
  }
}

/** X's page as a browser shows it; the ids are its own test hooks, which scrapers rely on too. */
const x: ReadElements = ($) => {
  const linked = firstText($, '[data-testid="UserUrl"]')
  const head = $('[data-testid="UserName"]').first()
  const loggedIn = $('[data-testid="SideNav_AccountSwitcher_Button"]').length > 0
  return {
    from,
    description: firstText($, '[data-testid="UserDescription"]'),
    picture: firstPicture($, 'a[href$="/photo"] img[src*="/profile_images/"]'),
    website: linked,
    handle: /@(\w{1,15})/.exec(head.text())?.[1],
    banner: firstPicture($, 'a[href$="/header_photo"] img, img[src*="/profile_banners/"]'),
    verified: head.length > 0 ? head.find('[data-testid="icon-verified"]').length > 0 || undefined : undefined,
    followers: countIn($('a[href$="/verified_followers"], a[href$="/followers"]').first().text()) ?? undefined,
    category: firstText($, '[data-testid="UserProfessionalCategory"]'),
    // Who is not logged in sees what was liked most, not what is newest: those dates say nothing of activity.
    lastPost: loggedIn ? times($, '[data-testid="primaryColumn"] article time[datetime]') : undefined,
    links: linked ? [linked] : undefined,
  }
}

/** Instagram as a browser shows it to who is logged in: hardly any names, so only what stands in its header. */
const instagram: ReadElements = ($) => ({
  from,
  picture: firstPicture($, 'header img[alt*="profile picture" i], header img[alt*="profielfoto" i]'),
  website: hrefs($, 'header a[href^="https://l.instagram.com/"]').map(behindRedirect).find(isText),
  links: hrefs($, 'header a[href^="https://l.instagram.com/"]').map(behindRedirect).filter(isText),
  lastPost: times($, 'main article time[datetime]'),
})

/** Facebook as a browser shows it: its pictures are drawings with the photo inside. */
const facebook: ReadElements = ($) => ({
  from,
  picture: $('[role="main"] svg[role="img"] image').first().attr('xlink:href') ?? undefined,
  banner: firstPicture($, 'img[data-imgperflogname="profileCoverPhoto"]'),
  followers: countIn(/[\d.,]{1,12}[KM]?/.exec(firstText($, 'a[href*="/followers"]') ?? '')?.[0] ?? '') ?? undefined,
  website: hrefs($, '[role="main"] a[href^="https://l.facebook.com/l.php"]').map(behindRedirect).find(isText),
  links: hrefs($, '[role="main"] a[href^="https://l.facebook.com/l.php"]').map(behindRedirect).filter(isText),
})

/** Meta leads out through a page of its own; the address is its parameter `u`. */
const behindRedirect = (href: string): string | null => URL.parse(href)?.searchParams.get('u') ?? null

const mastodon: ReadElements = ($) => ({
  from,
  banner: firstPicture($, '.account__header__image img, .public-account-header__image img'),
  lastPost: times($, '.status__info time[datetime], article time[datetime]'),
  links: hrefs($, 'a[rel~="me"]'),
})

/** Where platforms show a profile in their markup, when nothing better carries it. */
const elements: Partial<Record<PlatformId, ReadElements>> = { telegram, linkedin, x, instagram, facebook, mastodon }

/** What the elements of a page say of the account, or `null` for a platform whose elements carry no names. */
export const fieldsOfElements = (platform: PlatformId, $: CheerioAPI): ProfileFields | null => elements[platform]?.($) ?? null
