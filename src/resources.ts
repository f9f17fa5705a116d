// What layout and backends look up by key: fonts, logos, pictograms, the photo, the output profile. Read once per process.
import type { Artwork } from './artwork/artwork.ts'
import { loadArtwork } from './artwork/load.ts'
import { type Photo, readPhoto, realise } from './artwork/photo.ts'
import { planPixels } from './artwork/resolution.ts'
import { readProfile } from './color/read-profile.ts'
import type { Assets, Font, Profile, Raster } from './model/assets.ts'
import type { BrandSpec, Design, LogoSource } from './model/design.ts'
import { type Diagnostic, type Span, text } from './model/diagnostic.ts'
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

class Loader {
  readonly fonts = new Map<string, Font>()
  readonly logos = new Map<string, Artwork>()
  readonly pictograms = new Map<string, Artwork>()
  readonly images = new Map<string, Raster>()
  readonly profiles = new Map<string, Profile>()
  readonly diagnostics: Diagnostic[] = []
  photo: Photo | undefined
  private readonly world: World

  constructor(world: World) {
    this.world = world
  }

  private read(path: string, at: Span | undefined, root?: string): Uint8Array | undefined {
    const read = this.world.read(path, { maxBytes: MAX_ASSET_BYTES, ...(root === undefined ? {} : { root }) })
    if (read.ok) return read.bytes
    this.diagnostics.push(unreadable(path, at))
    return undefined
  }

  loadFonts(fonts: BrandSpec['fonts']): void {
    for (const [key, path] of Object.entries(fonts)) {
      const bytes = this.read(path, undefined)
      if (!bytes) continue
      const { value, diagnostics } = readFont(key, bytes)
      this.diagnostics.push(...diagnostics)
      if (value) this.fonts.set(key, value)
    }
  }

  async loadProfiles(design: Design): Promise<void> {
    for (const { printer } of design.pieces) {
      const id = printer.output.profile
      if (this.profiles.has(id)) continue
      const bytes = this.read(printer.profilePath, undefined)
      if (!bytes) continue
      const { value, diagnostics } = await readProfile(id, bytes, { name: printer.profilePath })
      this.diagnostics.push(...diagnostics)
      if (value) this.profiles.set(id, value)
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
  if (profile && first) {
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
