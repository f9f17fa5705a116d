// Names that file managers and version control leave in folders (.DS_Store, Thumbs.db, .git): never part of anyone's work.

const STRAY = /^(\.|Thumbs\.db$|desktop\.ini$)/i

/** Whether a folder is the same with or without a file of that name. */
export const isStray = (name: string): boolean => STRAY.test(name)
