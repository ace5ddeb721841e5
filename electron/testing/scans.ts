/** A small PDF with these words in it. */
export function aPdf(words = 'Massage, six visits'): Buffer {
  const body = `%PDF-1.4
1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj
2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj
3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 306 396]/Contents 4 0 R/Resources<</Font<</F<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>>>>>>>endobj
4 0 obj<</Length ${words.length + 32}>>stream
BT /F 18 Tf 40 330 Td (${words}) Tj ET
endstream endobj
trailer<</Root 1 0 R>>
%%EOF
`
  return Buffer.from(body, 'latin1')
}

/** A PNG of one red dot. */
export const A_PNG = Buffer.from('iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mP8z8Dwn4EIAAATgQL/KPEwsgAAAABJRU5ErkJggg==', 'base64')

/** A JPEG with the header of a picture of this many dots; it holds no dots. */
export function aJpeg(width = 640, height = 480): Buffer {
  const [w, h] = [width, height].map(size => [size >> 8, size & 0xff])
  return Buffer.from([0xff, 0xd8, 0xff, 0xe0, 0, 4, 0, 0, 0xff, 0xc0, 0, 11, 8, ...(h ?? []), ...(w ?? []), 1, 1, 0x11, 0, 0xff, 0xd9])
}
