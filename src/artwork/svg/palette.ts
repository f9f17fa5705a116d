// How colours become inks: as printed, as the gray of a luminance mask, as a solid shape, or kept for the screen.
export type Palette = 'ink' | 'luminance' | 'silhouette' | 'screen'
