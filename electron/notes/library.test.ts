import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { SHIPPED_SNIPPETS } from '../../shared/notes/shipped-snippets.ts'
import { SHIPPED_TEMPLATES } from '../../shared/notes/shipped-templates.ts'
import { signedInApp, type TestApp } from '../testing/test-app.ts'

let test: TestApp
beforeEach(async () => {
  test = await signedInApp()
})
afterEach(() => test.remove())

const library = () => test.request('notes.getLibrary', {})
const [neck] = SHIPPED_TEMPLATES
const [mfr] = SHIPPED_SNIPPETS
if (!neck || !mfr) throw new Error('Myodesk brings templates and snippets.')

describe('note templates', () => {
  it('begin as those Myodesk brings', async () => {
    expect((await library()).templates.map(({ name }) => name)).toEqual([
      'Neck pain',
      'Low back pain and sciatica',
      'Shoulder pain',
      'Whiplash',
      'Carpal tunnel',
      'Fibromyalgia',
    ])
  })
  it('take the clinic’s own words in the same place, and go back to Myodesk’s wording', async () => {
    const own = { ...neck, name: 'Stiff neck', content: { ...neck.content, plan: 'Twice a week.' } }
    expect((await test.request('notes.saveTemplate', own)).templates[0]).toEqual(own)
    await test.request('notes.saveTemplate', neck)
    expect((await library()).templates[0]).toEqual(neck)
  })
  it('are removed, stay removed, and come back with undo', async () => {
    const { templates } = await test.request('notes.removeTemplate', { templateId: neck.id })
    expect(templates.map(({ name }) => name)).not.toContain('Neck pain')
    expect((await library()).templates).toHaveLength(5)
    expect((await test.refuse('notes.removeTemplate', { templateId: neck.id })).code).toBe('not_found')
    expect((await test.request('notes.saveTemplate', neck)).templates[0]).toEqual(neck)
  })
  it('have each its own name', async () => {
    const { templates } = await test.request('notes.saveTemplate', { id: null, name: 'Hip pain', content: neck.content })
    expect(templates.at(-1)?.name).toBe('Hip pain')
    const refusal = await test.refuse('notes.saveTemplate', { id: null, name: ' hip PAIN', content: neck.content })
    expect(refusal).toMatchObject({ code: 'invalid_input', message: 'There is a template “hip PAIN” already. Give this one another name.' })
    expect((await library()).templates).toHaveLength(7)
    expect((await test.refuse('notes.saveTemplate', { ...neck, id: '00000000-0000-4000-8000-000000009999', name: 'X' })).code).toBe('not_found')
  })
})

describe('snippets', () => {
  it('begin as those Myodesk brings, by shortcut', async () => {
    const shortcuts = (await library()).snippets.map(({ shortcut }) => shortcut)
    expect(shortcuts).toHaveLength(SHIPPED_SNIPPETS.length)
    expect(shortcuts).toEqual(shortcuts.toSorted())
  })
  it('refuse a shortcut that is taken, in words and on its field, and keep what was there', async () => {
    const before = await library()
    const refusal = await test.refuse('notes.saveSnippet', { id: null, shortcut: 'MFR', text: 'Mine' })
    expect(refusal).toMatchObject({ code: 'invalid_input', fields: { shortcut: expect.stringContaining('“.mfr” already stands for “Myofascial release') } })
    expect(await library()).toEqual(before)
  })
  it('let a shortcut go with the snippet that had it, which cannot come back while it is taken', async () => {
    await test.request('notes.removeSnippet', { snippetId: mfr.id })
    const { snippets } = await test.request('notes.saveSnippet', { id: null, shortcut: 'mfr', text: 'Mine' })
    const own = snippets.find(({ shortcut }) => shortcut === 'mfr')
    expect(own?.text).toBe('Mine')
    expect((await test.refuse('notes.saveSnippet', mfr)).message).toContain('already stands for “Mine”')
    if (own) await test.request('notes.removeSnippet', { snippetId: own.id })
    expect((await test.request('notes.saveSnippet', mfr)).snippets.find(({ shortcut }) => shortcut === 'mfr')).toEqual(mfr)
  })
  it.each(['', 'two words', 'ünder', 'waytoolongforit'])('refuse “%s” as a shortcut', async shortcut => {
    expect((await test.refuse('notes.saveSnippet', { id: null, shortcut, text: 'x' })).fields).toEqual({
      shortcut: 'A shortcut has 1 to 12 letters or digits.',
    })
  })
})

describe('techniques of the clinic', () => {
  it('are kept in their order and replaced as a whole', async () => {
    const hot = { name: 'Hot stones', shorthand: 'hs', purpose: 'Warm stones' }
    const gua = { name: 'Gua sha', shorthand: '', purpose: '' }
    await test.request('notes.saveTechniques', { techniques: [hot, gua] })
    expect((await library()).techniques).toEqual([hot, gua])
    await test.request('notes.saveTechniques', { techniques: [gua, hot] })
    expect((await library()).techniques).toEqual([gua, hot])
    await test.request('notes.saveTechniques', { techniques: [] })
    expect((await library()).techniques).toEqual([])
  })
  it('refuse a name or shorthand that is on the list already', async () => {
    const refuse = async (techniques: unknown) => (await test.refuse('notes.saveTechniques', { techniques })).fields
    const own = { name: 'Hot stones', shorthand: 'hs', purpose: '' }
    expect(await refuse([{ ...own, name: 'swedish massage' }])).toEqual({ 'techniques.0.name': '“swedish massage” is on the list already.' })
    expect(await refuse([own, { ...own, shorthand: '' }])).toEqual({ 'techniques.1.name': '“Hot stones” is on the list already.' })
    expect(await refuse([{ ...own, shorthand: 'MFR' }])).toEqual({
      'techniques.0.shorthand': '“MFR” already finds Myofascial release. Choose other letters.',
    })
  })
})
