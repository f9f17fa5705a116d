// The brand's texts for one kit: the form that agrees, the kit's own words where the brand is open, slots filled.

import { foldId } from '../input/fold-id.ts'
import { nearest } from '../input/nearest.ts'
import type { Datum } from '../model/design.ts'
import { type Diagnostic, type Span, text } from '../model/diagnostic.ts'
import type { Kit } from '../model/kit.ts'
import { datumText, lookup } from '../template/slots.ts'
import type { Brand } from './brand.ts'
import { type Fields, recordDatum } from './datum.ts'
import { diagnostic } from './finding.ts'
import { type Agreement, chooseForm, SLOT, slotsIn, TEXTS, unknownSlot } from './wording.ts'

type Sentence = { readonly sentence: string; readonly at?: Span; readonly own: boolean }

/** The kit's sentence where the brand leaves it open, else the brand's. */
function sentenceFor(key: string, brand: Brand, kit: Kit, agreement: Agreement): Sentence {
  const wording = brand.file.texts[key]
  const override = Object.keys(kit.textes).find(name => foldId(name) === key)
  if (wording && override !== undefined && !wording.locked) {
    const at = kit.spans[`textes.${override}`]
    return { sentence: kit.textes[override] ?? '', own: true, ...(at ? { at } : {}) }
  }
  const { path, sentence } = wording ? chooseForm(wording.fr, agreement) : { path: '', sentence: '' }
  const at = brand.spans[`texts.${key}.fr${path}`]
  return { sentence, own: false, ...(at ? { at } : {}) }
}

/** What is wrong with the kit's own `textes`: a locked one, an unknown one, an unknown slot. */
export function checkOverrides(brand: Brand, kit: Kit): readonly Diagnostic[] {
  return Object.entries(kit.textes).flatMap(([name, sentence]) => {
    const at = kit.spans[`textes.${name}`]
    const wording = Object.hasOwn(brand.file.texts, foldId(name)) ? brand.file.texts[foldId(name)] : undefined
    if (!wording) {
      const known = Object.keys(brand.file.texts)
      const near = nearest(foldId(name), known)
      const hint = near
        ? text(`vouliez-vous dire \`${near}\`\u202f?`, `did you mean \`${near}\`?`)
        : text(`textes de la charte\u00a0: ${known.join(', ')}`, `texts of the brand: ${known.join(', ')}`)
      const message = text(
        `la charte ${brand.spec.id} n’a pas de texte « ${name} »`,
        `the brand ${brand.spec.id} has no text “${name}”`,
      )
      return [diagnostic('unknown-text', at, message, { hint })]
    }
    if (wording.locked) {
      const message = text(`la charte verrouille le texte « ${name} »`, `the brand locks the text “${name}”`)
      return [diagnostic('locked-text', at, message, { hint: text('retirez cette ligne', 'remove this line') })]
    }
    const slot =
      unknownSlot(sentence, Object.keys(brand.file.texts)) ?? slotsIn(sentence).find(each => each.startsWith(TEXTS))
    return slot === undefined
      ? []
      : [diagnostic('text-slot', at, text(`champ inconnu : {${slot}}`, `unknown slot: {${slot}}`))]
  })
}

/**
 * The record `textes`. A sentence that names an empty slot is left out: half a sentence is worse than none.
 * `root` holds `caf`, `structure` and `piece`; a sentence may name another one.
 */
export function fillTexts(brand: Brand, kit: Kit, root: Fields, agreement: Agreement): Datum {
  const done = new Map<string, Datum | undefined>()
  const open = recordDatum(root)
  const fill = (key: string): Datum | undefined => {
    // Set before filling: a circle would have been refused when the brand was read.
    if (done.has(key)) return done.get(key)
    done.set(key, undefined)
    const { sentence, at, own } = sentenceFor(key, brand, kit, agreement)
    let from: Span | undefined
    const empty: string[] = []
    const value = sentence.replace(SLOT, (_, slot: string) => {
      const datum = slot.startsWith(TEXTS) ? fill(slot.slice(TEXTS.length)) : lookup(open, slot)
      const said = datum ? datumText(datum) : ''
      if (said === '') empty.push(slot)
      from ??= datum?.at
      return said
    })
    const place = own ? at : (from ?? at)
    const datum: Datum | undefined =
      empty.length === 0 && value.trim() !== ''
        ? { kind: 'text', value: value.trim(), ...(place ? { at: place } : {}) }
        : undefined
    done.set(key, datum)
    return datum
  }
  return recordDatum(Object.fromEntries(Object.keys(brand.file.texts).map(key => [key, fill(key)])))
}
