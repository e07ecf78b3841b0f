/**
 * Languages, as a step of a path: platforms put them in front of their own legal and help pages (`x.com/nl/privacy`).
 * The languages of X, Meta, Pinterest and YouTube together.
 */
export const languages =
  'ar|bg|bn|ca|cs|da|de|el|en|es|eu|fa|fi|fil|fr|ga|gl|gu|he|hi|hr|hu|id|it|ja|kn|ko|lt|lv|mr|ms|msa|nb|nl|no|pl|pt|ro|ru|sk|sl|sr|sv|ta|' +
  'th|tr|uk|ur|vi|zh|zh-cn|zh-tw|de-at|de-ch|de-de|en-gb|en-us|es-es|es-la|fr-be|fr-fr|nl-be|nl-nl|pt-br|pt-pt'

/** What stands behind a language when the page is the platform's own. */
export const ownPages =
  'about|cookies|cookie-policy|help|imprint|legal|policies|policy|privacy|privacy-policy|rules|terms|terms-of-service|tos'
