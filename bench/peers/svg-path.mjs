// A path of the display list as SVG path data.
export const pathData = path => path.map(([command, ...numbers]) => `${command}${numbers.join(' ')}`).join('')
