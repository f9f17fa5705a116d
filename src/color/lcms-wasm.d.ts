// The part of lcms-wasm 1.0.5 that we use: the package ships no types. Handles are pointers; 0 is a failure.
declare module 'lcms-wasm' {
  export type Lcms = {
    cmsOpenProfileFromMem(bytes: Uint8Array, length: number): number
    cmsCreate_sRGBProfile(): number
    cmsCreateLab4Profile(): number
    cmsCreateTransform(
      input: number,
      inputFormat: number,
      output: number,
      outputFormat: number,
      intent: number,
      flags: number,
    ): number
    cmsDoTransform(transform: number, pixels: Uint8Array, count: number): Uint8Array
    cmsDoTransform(transform: number, pixels: Uint16Array, count: number): Uint8Array | Uint16Array
    cmsDeleteTransform(transform: number): void
    cmsCloseProfile(profile: number): void
  }
  export function instantiate(): Promise<Lcms>
  export const TYPE_RGB_8: number
  export const TYPE_RGB_16: number
  export const TYPE_GRAY_8: number
  export const TYPE_GRAY_16: number
  export const TYPE_CMYK_8: number
  export const TYPE_CMYK_16: number
  export const TYPE_Lab_16: number
  export const INTENT_PERCEPTUAL: number
  export const INTENT_RELATIVE_COLORIMETRIC: number
  export const cmsFLAGS_BLACKPOINTCOMPENSATION: number
  export const cmsFLAGS_NOOPTIMIZE: number
  export const cmsFLAGS_HIGHRESPRECALC: number
}
