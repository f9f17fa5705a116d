// The whole flow on one screen: a file becomes a kit, a kit becomes pieces, pieces become files. The package's public API.
import { type Delivered, type DeliverOptions, deliver } from './delivery/deliver.ts'
import type { Reference } from './input/reference.ts'
import type { Kit } from './model/kit.ts'
import type { World } from './model/world.ts'
import { type Prepared, type PrepareOptions, prepare } from './prepare.ts'

export { deliver, prepare }
export type { Delivered, DeliverOptions, Prepared, PrepareOptions }

export type RenderOptions = PrepareOptions & Omit<DeliverOptions, 'date' | 'version' | 'only' | 'rules'>

/** Prepares a kit and writes it under `out`. */
export async function renderKit(kit: Kit, out: string, options: RenderOptions, reference: Reference, world: World): Promise<Delivered> {
  const prepared = await prepare(kit, options, reference, world)
  const { date, version } = world
  const only = options.pieces?.map(({ id }) => id)
  return deliver(prepared, out, {
    ...options,
    date,
    version,
    rules: options.rules ?? {},
    ...(only ? { only } : {}),
  })
}
