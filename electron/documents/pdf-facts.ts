import type { PdfObjects } from './pdf-objects.ts'
import { dateString, ref, textString } from './pdf-syntax.ts'

/** What a file says about itself. */
export type FileFacts = {
  readonly title: string
  readonly author: string | undefined
  /** Creation and last change: same content and moment, same bytes. */
  readonly createdAt: Date
}

/** A bookmark to a page. */
export type Bookmark = { readonly title: string; readonly page: number }

const MAKER = 'Myodesk'

/** Writes the facts that a reader’s window shows. Returns their object. */
export function writeInfo(objects: PdfObjects, { title, author, createdAt }: FileFacts): number {
  const id = objects.reserve()
  const date = dateString(createdAt)
  const by = author === undefined ? '' : `/Author${textString(author)}`
  objects.put(id, `<</Title${textString(title)}${by}/Creator(${MAKER})/Producer(${MAKER})/CreationDate${date}/ModDate${date}>>`)
  return id
}

/** Writes the same facts once more in the form archives and screen readers look for (XMP). Returns their object. */
export function writeMetadata(objects: PdfObjects, { title, author, createdAt }: FileFacts): number {
  const id = objects.reserve()
  const date = createdAt.toISOString().replace(/\.\d+/, '')
  const by = author === undefined ? '' : `<dc:creator><rdf:Seq><rdf:li>${escaped(author)}</rdf:li></rdf:Seq></dc:creator>`
  const xmp = `<?xpacket begin="\ufeff" id="W5M0MpCehiHzreSzNTczkc9d"?>
<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
<rdf:Description rdf:about="" xmlns:xmp="http://ns.adobe.com/xap/1.0/" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:pdf="http://ns.adobe.com/pdf/1.3/">
<xmp:CreateDate>${date}</xmp:CreateDate><xmp:ModifyDate>${date}</xmp:ModifyDate><xmp:CreatorTool>${MAKER}</xmp:CreatorTool><pdf:Producer>${MAKER}</pdf:Producer>
<dc:title><rdf:Alt><rdf:li xml:lang="x-default">${escaped(title)}</rdf:li></rdf:Alt></dc:title>${by}
</rdf:Description></rdf:RDF></x:xmpmeta>
<?xpacket end="w"?>`
  objects.putPlain(id, '/Type/Metadata/Subtype/XML', Buffer.from(xmp, 'utf8'))
  return id
}

/** Writes the bookmarks. Returns the entry of the catalog that shows them; none where there are none. */
export function writeBookmarks(objects: PdfObjects, bookmarks: readonly Bookmark[]): string {
  if (bookmarks.length === 0) return ''
  const outline = objects.reserve()
  const ids = bookmarks.map(() => objects.reserve())
  for (const [i, { title, page }] of bookmarks.entries()) {
    const [before, after] = [ids[i - 1], ids[i + 1]]
    const neighbours = `${before === undefined ? '' : `/Prev ${ref(before)}`}${after === undefined ? '' : `/Next ${ref(after)}`}`
    objects.put(ids[i] ?? 0, `<</Title${textString(title)}/Parent ${ref(outline)}${neighbours}/Dest[${ref(page)}/Fit]>>`)
  }
  objects.put(outline, `<</Type/Outlines/First ${ref(ids[0] ?? 0)}/Last ${ref(ids.at(-1) ?? 0)}/Count ${ids.length}>>`)
  return `/Outlines ${ref(outline)}/PageMode/UseOutlines`
}

const escaped = (text: string) =>
  text
    .toWellFormed()
    .replace(/[&<>]/g, character => `&#${character.charCodeAt(0)};`)
    .replace(/\p{Cc}/gu, ' ')
