// What layout and backends look up by key: fonts, logos, pictograms, the photo, the output profile. Read once per process.
import type { Artwork } from './artwork/artwork.ts'
import { loadArtwork } from './artwork/load.ts'
import { type Photo, readPhoto, realise } from './artwork/photo.ts'
import { planPixels } from './artwork/resolution.ts'
import type { SvgOptions } from './artwork/svg.ts'
import { readProfile } from './color/read-profile.ts'
import type { Assets, Font, Profile, Raster } from './model/assets.ts'
import { type BrandSpec, type Design, inkAt, type LogoSource, type PieceDesign } from './model/design.ts'
import { type Diagnostic, hasErrors, type Outcome, type Span, text } from './model/diagnostic.ts'
import type { Ink } from './model/ink.ts'
import type { Output } from './model/sheet.ts'
import { isStray } from './model/stray.ts'
import type { World } from './model/world.ts'
import { oneColourLogo, oneColourProblems } from './sheet/one-colour-logos.ts'
import type { ImageRequest, Resources } from './template/scope.ts'
import { readFont } from './text/font.ts'

/** Everything a kit's pieces draw with. */
export type Loaded = {
  /** What a piece draws with, in the inks of its printer's profile. */
  resourcesOf(piece: PieceDesign): Resources
  readonly assets: Assets
  readonly diagnostics: readonly Diagnostic[]
  /** Whether fonts and profiles are all there: without them nothing can be laid out. */
  readonly drawable: boolean
  /** Makes the pixels that the layout of a piece asked for, and says what there is to say of them. */
  realise(requests: readonly ImageRequest[], piece: PieceDesign): Promise<readonly Diagnostic[]>
}

const MAX_ASSET_BYTES = 100_000_000

/** A lookup that treats an unknown id as the bug it is. */
function lookup<T>(kind: string, map: ReadonlyMap<string, T>): (id: string) => T {
  return id => {
    const value = map.get(id)
    if (value === undefined) throw new Error(`no ${kind} « ${id} » among the assets`)
    return value
  }
}

/** A designer sends a family or two. */
const MAX_LOGO_FONTS = 40

/** The folder of a path, with its last separator. */
const folderOf = (path: string): string => path.slice(0, Math.max(path.lastIndexOf('/'), path.lastIndexOf('\\')) + 1)

/** Fonts are read only for drawings that may need them: those that hold the word, or pictures, or are compressed. */
const mayHoldText = (bytes: Uint8Array): boolean => {
  const content = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  return content.includes('text') || content.includes('image/svg') || content[0] === 0x1f
}

const unreadable = (path: string, at: Span | undefined): Diagnostic => ({
  rule: 'missing-asset',
  severity: 'error',
  message: text(`le fichier ${path} ne peut pas être lu`, `the file ${path} cannot be read`),
  ...(at ? { at } : {}),
})

/** Declared screen colours, so that a logo drawn in a brand's colour takes the brand's ink. */
function screenInks(brand: BrandSpec, output: Output): ReadonlyMap<string, Ink> {
  const inks = new Map<string, Ink>()
  const universes = Object.values(brand.universes).flatMap(({ colors }) => Object.values(colors))
  for (const color of [...universes, ...Object.values(brand.colors)])
    inks.set(color.screen.toLowerCase(), inkAt(color, output))
  return inks
}

/** Fonts and profiles weigh megabytes and serve every kit: read, hashed and tried once per run, by id and path. */
const FONTS = {}
const PROFILES = {}

/** Printers that turn colours into the same inks: drawings and pictures are made once for all of them. */
const useOf = ({ profile, intent, maxInk, spotInks }: Output): string => `${profile} ${intent} ${maxInk} ${spotInks}`

type Pictures = ReadonlyMap<string, Artwork>

class Loader {
  readonly fonts = new Map<string, Font>()
  readonly images = new Map<string, Raster>()
  readonly profiles = new Map<string, Profile>()
  readonly uses = new Map<string, Profile>()
  readonly diagnostics: Diagnostic[] = []
  photo: Photo | undefined
  private readonly world: World

  constructor(world: World) {
    this.world = world
  }

  private readFile(path: string, at: Span | undefined, root?: string): Outcome<Uint8Array> {
    const read = this.world.read(path, { maxBytes: MAX_ASSET_BYTES, ...(root === undefined ? {} : { root }) })
    return read.ok ? { value: read.bytes, diagnostics: [] } : { diagnostics: [unreadable(path, at)] }
  }

  /** The value, once its findings are said. */
  private found<T>({ value, diagnostics }: Outcome<T>): T | undefined {
    this.diagnostics.push(...diagnostics)
    return value
  }

  private read(path: string, at: Span | undefined, root?: string): Uint8Array | undefined {
    return this.found(this.readFile(path, at, root))
  }

  private font(key: string, path: string): Outcome<Font> {
    const { value: bytes, diagnostics } = this.readFile(path, undefined)
    return bytes ? readFont(key, bytes) : { diagnostics }
  }

  loadFonts(fonts: BrandSpec['fonts']): void {
    for (const [key, path] of Object.entries(fonts)) {
      const font = this.found(this.world.once(FONTS, `${key} ${path}`, () => this.font(key, path)))
      if (font) this.fonts.set(key, font)
    }
  }

  /** Ours are shipped deflated too. */
  private deflatedProfile(path: string): Uint8Array | undefined {
    return path.startsWith(this.world.own('assets/')) ? this.readFile(`${path}.zlib`, undefined).value : undefined
  }

  private async profile({ profilePath, profile, output }: PieceDesign['printer']): Promise<Outcome<Profile>> {
    const { value: bytes, diagnostics } = this.readFile(profilePath, undefined)
    const deflated = this.deflatedProfile(profilePath)
    const use = { ...output, name: profile.file, ...(deflated && { deflated }), ...(profile.at && { at: profile.at }) }
    return bytes ? readProfile(output.profile, bytes, use) : { diagnostics }
  }

  /** By id for what looks a profile up, by use for what separates colours through it. */
  async loadProfiles(design: Design): Promise<void> {
    for (const { printer } of design.pieces) {
      const { profilePath, output } = printer
      const use = useOf(output)
      if (this.uses.has(use)) continue
      const reading = this.world.once(PROFILES, `${use} ${profilePath}`, () => this.profile(printer))
      const profile = this.found(await reading)
      if (!profile) continue
      this.uses.set(use, profile)
      if (!this.profiles.has(output.profile)) this.profiles.set(output.profile, profile)
    }
  }

  /** A drawing in the inks of one profile; its pixels join the others, under ids made of their content. */
  private async artwork(bytes: Uint8Array, source: SvgOptions, profile: Profile): Promise<Artwork | undefined> {
    const artwork = this.found(await loadArtwork(bytes, source, profile))
    for (const raster of artwork?.rasters ?? []) this.images.set(raster.id, raster)
    return artwork
  }

  async loadLogos(logos: PieceDesign['logos'], colors: ReadonlyMap<string, Ink>, profile: Profile): Promise<Pictures> {
    const pictures = new Map<string, Artwork>()
    for (const [key, { path, root, at }] of Object.entries(logos)) {
      const bytes = this.read(path, at, root)
      if (!bytes) continue
      const name = path.slice(folderOf(path).length)
      const fonts = mayHoldText(bytes) ? this.logoFonts(folderOf(path), root, at) : []
      const artwork = await this.artwork(bytes, { name, colors, fonts, ...(at ? { at } : {}) }, profile)
      if (artwork) pictures.set(key, artwork)
    }
    return pictures
  }

  /** What the texts of a logo may be set in: the brand's fonts, and those in the folder `polices` beside it. */
  private logoFonts(folder: string, root: string | undefined, at: Span | undefined): readonly Font[] {
    const beside = `${folder}polices`
    const names = this.world.list(beside).filter(name => /\.(ttf|otf)$/i.test(name) && !isStray(name))
    const own = names.slice(0, MAX_LOGO_FONTS).flatMap(name => {
      const path = `${beside}/${name}`
      const font = this.found(this.world.once(FONTS, `${name} ${path}`, () => this.logoFont(name, path, root, at)))
      return font ? [font] : []
    })
    return [...own, ...this.fonts.values()]
  }

  private logoFont(name: string, path: string, root: string | undefined, at: Span | undefined): Outcome<Font> {
    const { value: bytes, diagnostics } = this.readFile(path, at, root)
    return bytes ? readFont(name, bytes, at) : { diagnostics }
  }

  async loadPictograms(all: BrandSpec['pictograms'], wanted: ReadonlySet<string>, profile: Profile): Promise<Pictures> {
    const pictures = new Map<string, Artwork>()
    for (const [key, path] of Object.entries(all)) {
      const bytes = wanted.has(key) ? this.read(path, undefined) : undefined
      const artwork = bytes && (await this.artwork(bytes, { name: `${key}.svg` }, profile))
      if (artwork) pictures.set(key, artwork)
    }
    return pictures
  }

  async loadPhoto({ path, root, at }: LogoSource): Promise<void> {
    const bytes = this.read(path, at, root)
    if (!bytes) return
    const { value, diagnostics } = await readPhoto(bytes, { name: path, ...(at ? { at } : {}) })
    this.diagnostics.push(...diagnostics)
    this.photo = value
  }
}

/** The pictograms a kit may show: its own type's. */
function wantedPictograms(design: Design): ReadonlySet<string> {
  const wanted = new Set<string>()
  for (const { slots } of design.pieces) {
    const structure = slots.kind === 'record' ? slots.fields['structure'] : undefined
    const type = structure?.kind === 'record' ? structure.fields['type'] : undefined
    const key = type?.kind === 'record' ? type.fields['pictogramme'] : undefined
    if (key?.kind === 'text') wanted.add(key.value)
  }
  return wanted
}

/** A piece for each use of a profile: a kit may go to several printers, and a colour has other inks at each. */
function byUse(design: Design): ReadonlyMap<string, PieceDesign> {
  const firsts = new Map<string, PieceDesign>()
  for (const piece of design.pieces) {
    const use = useOf(piece.printer.output)
    if (!firsts.has(use)) firsts.set(use, piece)
  }
  return firsts
}

/** A finding told once, however many profiles the same file was read for. */
function onceEach(diagnostics: readonly Diagnostic[]): readonly Diagnostic[] {
  const seen = new Set<string>()
  return diagnostics.filter(diagnostic => {
    const key = JSON.stringify([diagnostic.rule, diagnostic.message.fr, diagnostic.at])
    return seen.has(key) ? false : seen.add(key)
  })
}

/** The pixels of a request at its printed size. */
async function pixelsOf(request: ImageRequest, profile: Profile): ReturnType<typeof realise> {
  const { width, height } = request
  if ('effect' in request) return { raster: await request.effect.render(width, height), diagnostics: [] }
  const { photo, crop } = request
  const { pixelWidth, pixelHeight } = planPixels(crop, width, height)
  return realise(photo, { pixelWidth, pixelHeight, crop }, profile)
}

/** Where art is engraved or cut, a logo that cannot be of one colour is as if it were not there. */
const inOneColour = (piece: PieceDesign, resources: Resources, assets: Assets): Resources => ({
  ...resources,
  logo: key => oneColourLogo(piece, key, resources.logo(key), assets),
})

/** Reads every file a design needs; what cannot be read is a diagnostic. */
export async function loadResources(design: Design, world: World): Promise<Loaded> {
  const loader = new Loader(world)
  loader.loadFonts(design.brand.fonts)
  await loader.loadProfiles(design)
  const drawable = !hasErrors(loader.diagnostics)
  const photo = design.pieces[0]?.photo
  if (photo) await loader.loadPhoto(photo)
  const resources = new Map<string, Resources>()
  for (const [use, piece] of byUse(design)) {
    const profile = loader.uses.get(use)
    if (!profile) continue
    const logos = await loader.loadLogos(piece.logos, screenInks(design.brand, piece.printer.output), profile)
    const pictograms = await loader.loadPictograms(design.brand.pictograms, wantedPictograms(design), profile)
    resources.set(use, {
      font: lookup('font', loader.fonts),
      logo: key => logos.get(key),
      pictogram: key => pictograms.get(key),
      ...(loader.photo ? { photo: loader.photo } : {}),
    })
  }
  const assets: Assets = {
    font: lookup('font', loader.fonts),
    image: lookup('image', loader.images),
    profile: lookup('profile', loader.profiles),
  }
  return {
    resourcesOf: piece =>
      inOneColour(piece, lookup('resources for the profile', resources)(useOf(piece.printer.output)), assets),
    assets,
    diagnostics: [
      ...onceEach(loader.diagnostics),
      ...design.pieces.flatMap(piece => {
        const known = resources.get(useOf(piece.printer.output))
        return known ? oneColourProblems(piece, known.logo, assets) : []
      }),
    ],
    drawable,
    async realise(requests, { id: piece, printer }) {
      const said: Diagnostic[] = []
      const profile = lookup('profile', loader.uses)(useOf(printer.output))
      for (const request of requests) {
        const { raster, diagnostics } = await pixelsOf(request, profile)
        loader.images.set(request.id, raster)
        said.push(...diagnostics.map(diagnostic => ({ ...diagnostic, piece })))
      }
      return said
    },
  }
}
