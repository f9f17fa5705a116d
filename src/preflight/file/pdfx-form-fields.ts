// Interactive forms.
import { text } from '../../model/diagnostic.ts'
import type { FileCheck } from './file-check.ts'

export const pdfxFormFields = {
  severity: 'error',
  title: text('le fichier n’a pas de champ de formulaire', 'the file has no form field'),
  why: text(
    'Ce qu’un champ affiche dépend du lecteur : ce ne serait pas ce qui a été vérifié.',
    'What a field shows depends on the reader: it would not be what was checked.',
  ),
  fix: text('Aplatissez le formulaire, puis réexportez.', 'Flatten the form, then export again.'),
  source: 'ISO 15930-7:2010 6.26',
  *find(pdf) {
    const form = pdf.objects.dict(pdf.catalog, 'AcroForm')
    if (!form) return
    if (form.entries.has('XFA')) yield { message: text('formulaire XFA', 'XFA form') }
    else if (pdf.objects.array(form, 'Fields').length > 0)
      yield { message: text('champs de formulaire', 'form fields') }
  },
} as const satisfies FileCheck
