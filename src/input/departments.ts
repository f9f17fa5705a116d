// The department that a post code says, against those of the structure's Cafs: a figure lost or mistyped shows there.

/** Of five figures: `33`, `2A`, `974`; undefined where they say none, as Monaco's 98000. */
export function departmentOf(postcode: string): string | undefined {
  if (/^98/.test(postcode)) return undefined
  if (/^97/.test(postcode)) return postcode.slice(0, 3)
  // Corsica: 200 and 201 are of the south, the rest of the north.
  if (/^20/.test(postcode)) return /^20[01]/.test(postcode) ? '2A' : '2B'
  return postcode.slice(0, 2)
}

/** How the post codes of a department begin: `33`, `20`, `974`. */
export const startOfPostcodes = (department: string): string => (/^2[AB]$/.test(department) ? '20' : department)

/** Whether a post code is of one of these departments; both Corsicas share their first figures. */
export const isOfDepartments = (postcode: string, departments: readonly string[]): boolean =>
  departmentOf(postcode) === undefined ||
  departments.some(department => postcode.startsWith(startOfPostcodes(department)))
