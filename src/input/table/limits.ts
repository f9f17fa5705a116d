// How large a table may be: what spreadsheets hold, and less where nothing real comes near.

/** Bytes of a file. */
export const MAX_FILE_BYTES = 1024 * 1024 * 1024

/** Rows of a sheet of Excel and LibreOffice. */
export const MAX_ROWS = 1_048_576

/** A spreadsheet has 16 384; the widest tables of structures have two hundred. */
export const MAX_COLUMNS = 1_000

/** Characters of a cell, in Excel. */
export const MAX_CELL = 32_767

/** Bytes of a part of a workbook once inflated: a million rows of twenty cells. */
export const MAX_SHEET_BYTES = 1024 * 1024 * 1024

/** Bytes of all the texts that the cells of a workbook share. */
export const MAX_STRING_BYTES = 128 * 1024 * 1024

/** Bytes of a part that is read whole: the list of sheets, the styles. */
export const MAX_PART_BYTES = 32 * 1024 * 1024

/** Bytes of XML without the start or the end of an element: one cell, or a trap. */
export const MAX_XML_RUN = 4 * 1024 * 1024
