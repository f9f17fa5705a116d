// The pages of each kit for peers: a hundred display lists, then the same again under other names and addresses.

/** No cache may know a kit by its texts: beyond the first round every name is new. */
const renamed = (pages, round) =>
  round === 0
    ? pages
    : pages.map(page => ({
        ...page,
        items: page.items.map(item => (item.kind === 'text' ? { ...item, text: `${item.text} ${round}` } : item)),
      }))

export function* kitPages({ files, pages }) {
  for (let index = 0; index < files.length; index += 1) {
    yield renamed(pages[index % pages.length], Math.floor(index / pages.length))
  }
}
