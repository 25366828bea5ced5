/** Elements that begin and end a block of text. */
export const blockElements: ReadonlySet<string> = new Set(
  `address article aside blockquote body caption center dd details div dl dt fieldset figcaption figure footer form
   h1 h2 h3 h4 h5 h6 header hgroup hr html legend li main nav ol p pre section summary table tbody td tfoot th thead tr ul`.split(
    /\s+/,
  ),
);

/** Elements that hold nothing to be read. */
const unread: ReadonlySet<string> = new Set(
  `audio button canvas datalist dialog embed head iframe map math noscript object option script select style svg
   template textarea video`.split(/\s+/),
);

/** Elements that stand around the content; some sites wrap their content in them all the same. */
const around: ReadonlySet<string> = new Set(['nav', 'aside', 'footer', 'form']);

const roles: ReadonlySet<string> = new Set([
  'navigation',
  'banner',
  'contentinfo',
  'complementary',
  'search',
  'dialog',
  'alertdialog',
]);

/** Words of a class or id that name what stands around the content; a name is made of such words. */
const aroundWords =
  /^(?:cookies?|consent|gdpr|rgpd|breadcrumbs?|sidebar|newsletter|subscribe|menu|submenu|navbar|navigation|pagination|pager|popup|modal|offcanvas|advert|sharing|sharethis|addtoany|skip|comments|respond)$/;
const aroundNames =
  /social[-_]?(?:share|sharing|links?|media|icons?|buttons?|networks?)|share[-_](?:links?|buttons?|bar)|related[-_](?:posts?|articles?|news|content)|site[-_](?:header|footer)/i;

/** Elements that hold the whole page or its content, whatever their class says of the state of the page. */
const holders: ReadonlySet<string> = new Set(['html', 'body', 'main', 'article', 'h1']);

type Attributes = Readonly<{ [name: string]: string }>;

/** Whether nothing in the element is shown or read. */
export function isUnread(name: string, attributes: Attributes): boolean {
  if (unread.has(name) || 'hidden' in attributes) return true;
  return /display\s{0,3}:\s{0,3}none/i.test((attributes['style'] ?? '').slice(0, 500));
}

/** Whether the element seems to stand around the content. */
export function isAround(name: string, attributes: Attributes): boolean {
  if (holders.has(name)) return false;
  if (around.has(name) || roles.has(attributes['role'] ?? '')) return true;
  const names = `${attributes['class'] ?? ''} ${attributes['id'] ?? ''}`.slice(0, 400);
  if (aroundNames.test(names)) return true;
  return names
    .replace(/([a-z])([A-Z])/g, '$1-$2')
    .toLowerCase()
    .split(/[^a-z]+/)
    .some((word) => aroundWords.test(word));
}
