// Addresses, numbers and codes: what is one, however people write it, and what certainly is not.
import { describe, expect, it } from 'vitest'
import { isEmail, isPhone, isPostcode, isWebAddress } from '../../src/input/contact.ts'

type Examples = { readonly good: readonly string[]; readonly bad: readonly string[] }

const CASES: readonly (readonly [string, (value: string) => boolean, Examples])[] = [
  [
    'an address of the web',
    isWebAddress,
    {
      good: [
        'exemple.fr',
        'https://exemple.fr/a?b=c#d',
        'HTTP://WWW.EXEMPLE.FR',
        'crèche-été.fr',
        'https://例え.テスト',
        'exemple.fr:8080/x',
        'a_b.exemple.co.uk',
        'xn--exmple-cva.xn--p1ai',
      ],
      bad: [
        '54000',
        '0',
        '1.2',
        '192.168.1.1',
        '0x7f.1',
        'http://[::1]/',
        'exemple',
        'exemple.',
        'exemple.75',
        'exemple.f',
        'https://.fr',
        'a..fr',
        'www.ville nancy.fr',
        'ftp://exemple.fr',
        'javascript:alert(1)',
        'https://a:b@exemple.fr',
        '-a.fr',
        `${'a'.repeat(64)}.fr`,
      ],
    },
  ],
  [
    'an address of mail',
    isEmail,
    {
      good: ['contact@exemple.fr', 'a.b+c@mairie.exemple.fr', 'accueil@crèche.fr'],
      bad: [
        'creche@nancy',
        'a@1.2',
        'a@192.168.1.1',
        'a.@b.fr',
        'a..b@c.fr',
        'a@b@c.fr',
        'a b@c.fr',
        '@c.fr',
        'a@b.fr:8080',
      ],
    },
  ],
  [
    'a phone number',
    isPhone,
    {
      good: [
        '05 56 00 00 00',
        '0556000000',
        '05.56.00.00.00',
        '05-56-00-00-00',
        '05\u00a056\u00a000\u00a000\u00a000',
        '+33 5 56 00 00 00',
        '+33 (0)5 56 00 00 00',
        '0033 5 56 00 00 00',
        '0 800 123 456',
        '3949',
        '15',
        '119',
        '116 006',
        '+32 2 555 00 00',
        '00 352 26 25 00',
        '+262 262 00 00 00',
      ],
      bad: [
        '3 rue Saint-Jean',
        '54000',
        '03 83 11 22 3',
        '03 83 11 22 33 4',
        '00 00 00 00 00',
        '1',
        '9999',
        '+33 556',
        '+33 5 56 00 00 0',
        '05 56 00 00 00 / 06 12 34 56 78',
        '+0 123 456 789',
      ],
    },
  ],
  [
    'a post code',
    isPostcode,
    {
      good: ['54000', '54 000', '54\u00a0000', '01000', '20090', '97400', '98000'],
      bad: ['5400', '00000', '96000', '99999', '540000', 'F-54000', '2A004'],
    },
  ],
]

describe.each(CASES)('%s', (_, is, { good, bad }) => {
  it.each(good)('is %j', value => {
    expect(is(value)).toBe(true)
  })

  it.each(bad)('is not %j', value => {
    expect(is(value)).toBe(false)
  })
})
