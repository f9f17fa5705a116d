// What layout and backends look up by key: fonts, logos, pictograms, the photo, the output profile. Read once per process.
import type { Artwork } from './artwork/artwork.ts'
import { loadArtwork } from './artwork/load.ts'
import { type Photo, readPhoto, realise } from './artwork/photo.ts'
import { planPixels } from './artwork/resolution.ts'
import { readProfile } from './color/read-profile.ts'
import type { Assets, Font, Profile, Raster } from './model/assets.ts'
import type { BrandSpec, Design, LogoSource } from './model/design.ts'
import { type Diagnostic, type Outcome, type Span, text } from './model/diagnostic.ts'
import type { Ink } from './model/ink.ts'
import type { World } from './model/world.ts'
import type { ImageRequest, Resources } from './template/scope.ts'
import { readFont } from './text/font.ts'

/** Everything a kit's pieces draw with. */
export type Loaded = {
  readonly resources: Resources
  readonly assets: Assets
  readonly diagnostics: readonly Diagnostic[]
  /** Makes the pixels that layout asked for. */
  realise(requests: readonly ImageRequest[]): Promise<void>
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

const unreadable = (path: string, at: Span | undefined): Diagnostic => ({
  rule: 'missing-asset',
  severity: 'error',
  message: text(`le fichier ${path} ne peut pas être lu`, `the file ${path} cannot be read`),
  ...(at ? { at } : {}),
})

/** Declared screen colours, so that a logo drawn in a brand's colour takes the brand's ink. */
function screenInks(brand: BrandSpec): ReadonlyMap<string, Ink> {
  const inks = new Map<string, Ink>()
  const universes = Object.values(brand.universes).flatMap(({ colors }) => Object.values(colors))
  for (const { screen, ink } of [...universes, ...Object.values(brand.colors)]) inks.set(screen.toLowerCase(), ink)
  return inks
}

/** Fonts and profiles weigh megabytes and serve every kit: read, hashed and tried once per run, by id and path. */
type Shared = {
  readonly fonts: Map<string, Outcome<Font>>
  readonly profiles: Map<string, Promise<Outcome<Profile>>>
}

const runs = new WeakMap<World, Shared>()

function sharedBy(world: World): Shared {
  const known = runs.get(world)
  if (known) return known
  const made: Shared = { fonts: new Map(), profiles: new Map() }
  runs.set(world, made)
  return made
}

function once<T>(known: Map<string, T>, key: string, make: () => T): T {
  const before = known.get(key)
  if (before !== undefined) return before
  const value = make()
  known.set(key, value)
  return value
}

class Loader {
  readonly fonts = new Map<string, Font>()
  readonly logos = new Map<string, Artwork>()
  readonly pictograms = new Map<string, Artwork>()
  readonly images = new Map<string, Raster>()
  readonly profiles = new Map<string, Profile>()
  readonly diagnostics: Diagnostic[] = []
  photo: Photo | undefined
  private readonly world: World
  private readonly shared: Shared

  constructor(world: World) {
    this.world = world
    this.shared = sharedBy(world)
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
      const font = this.found(once(this.shared.fonts, `${key} ${path}`, () => this.font(key, path)))
      if (font) this.fonts.set(key, font)
    }
  }

  /** Ours are shipped deflated too. */
  private deflatedProfile(path: string): Uint8Array | undefined {
    return path.startsWith(this.world.own('assets')) ? this.readFile(`${path}.zlib`, undefined).value : undefined
  }

  private async profile(id: string, path: string): Promise<Outcome<Profile>> {
    const { value: bytes, diagnostics } = this.readFile(path, undefined)
    if (!bytes) return { diagnostics }
    const deflated = this.deflatedProfile(path)
    return readProfile(id, bytes, { name: path, ...(deflated ? { deflated } : {}) })
  }

  async loadProfiles(design: Design): Promise<void> {
    for (const { printer } of design.pieces) {
      const { profilePath } = printer
      const id = printer.output.profile
      if (this.profiles.has(id)) continue
      const reading = once(this.shared.profiles, `${id} ${profilePath}`, () => this.profile(id, profilePath))
      const profile = this.found(await reading)
      if (profile) this.profiles.set(id, profile)
    }
  }

  private keep(artwork: Artwork): Artwork {
    for (const raster of artwork.rasters) this.images.set(raster.id, raster)
    return artwork
  }

  async loadLogos(
    logos: Readonly<Record<string, LogoSource>>,
    colors: ReadonlyMap<string, Ink>,
    profile: Profile,
  ): Promise<void> {
    for (const [key, { path, root, at }] of Object.entries(logos)) {
      const bytes = this.read(path, at, root)
      if (!bytes) continue
      const name = path.slice(Math.max(path.lastIndexOf('/'), path.lastIndexOf('\\')) + 1)
      const { value, diagnostics } = await loadArtwork(bytes, { name, colors, ...(at ? { at } : {}) }, profile)
      this.diagnostics.push(...diagnostics)
      if (value) this.logos.set(key, this.keep(value))
    }
  }

  async loadPictograms(
    pictograms: BrandSpec['pictograms'],
    wanted: ReadonlySet<string>,
    profile: Profile,
  ): Promise<void> {
    for (const [key, path] of Object.entries(pictograms)) {
      if (!wanted.has(key)) continue
      const bytes = this.read(path, undefined)
      if (!bytes) continue
      const { value, diagnostics } = await loadArtwork(bytes, { name: `${key}.svg` }, profile)
      this.diagnostics.push(...diagnostics)
      if (value) this.pictograms.set(key, this.keep(value))
    }
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

/** Reads every file a design needs; what cannot be read is a diagnostic. */
export async function loadResources(design: Design, world: World): Promise<Loaded> {
  const loader = new Loader(world)
  loader.loadFonts(design.brand.fonts)
  await loader.loadProfiles(design)
  const first = design.pieces[0]
  const profile = first && loader.profiles.get(first.printer.output.profile)
  if (profile) {
    await loader.loadLogos(first.logos, screenInks(design.brand), profile)
    await loader.loadPictograms(design.brand.pictograms, wantedPictograms(design), profile)
    if (first.photo) await loader.loadPhoto(first.photo)
  }
  return {
    resources: {
      font: lookup('font', loader.fonts),
      logo: key => loader.logos.get(key),
      pictogram: key => loader.pictograms.get(key),
      ...(loader.photo ? { photo: loader.photo } : {}),
    },
    assets: {
      font: lookup('font', loader.fonts),
      image: lookup('image', loader.images),
      profile: lookup('profile', loader.profiles),
    },
    diagnostics: loader.diagnostics,
    async realise(requests) {
      if (!profile) return
      for (const { id, photo, crop, width, height } of requests) {
        const { pixelWidth, pixelHeight } = planPixels(crop, width, height)
        loader.images.set(id, await realise(photo, { pixelWidth, pixelHeight, crop }, profile))
      }
    },
  }
}
