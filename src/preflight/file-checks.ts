// Every rule a written PDF is checked by, once: types, `list checks`, explanations and documentation are made of this.
import type { FileCheck } from './file/file-check.ts'
import { pdfCropBox } from './file/pdf-crop-box.ts'
import { pdfDamaged } from './file/pdf-damaged.ts'
import { pdfFontGlyph } from './file/pdf-font-glyph.ts'
import { pdfFontSubset } from './file/pdf-font-subset.ts'
import { pdfFontUnicode } from './file/pdf-font-unicode.ts'
import { pdfFontWidths } from './file/pdf-font-widths.ts'
import { pdfGroupSpace } from './file/pdf-group-space.ts'
import { pdfIccCmyk } from './file/pdf-icc-cmyk.ts'
import { pdfImageData } from './file/pdf-image-data.ts'
import { pdfLayerHidden } from './file/pdf-layer-hidden.ts'
import { pdfMediaOrigin } from './file/pdf-media-origin.ts'
import { pdfNotdef } from './file/pdf-notdef.ts'
import { pdfNumber } from './file/pdf-number.ts'
import { pdfOperators } from './file/pdf-operators.ts'
import { pdfPlateGroup } from './file/pdf-plate-group.ts'
import { pdfPlateInk } from './file/pdf-plate-ink.ts'
import { pdfPlateOrder } from './file/pdf-plate-order.ts'
import { pdfPlateOverprint } from './file/pdf-plate-overprint.ts'
import { pdfPlateTint } from './file/pdf-plate-tint.ts'
import { pdfProcessingStep } from './file/pdf-processing-step.ts'
import { pdfRegistrationColor } from './file/pdf-registration-color.ts'
import { pdfResources } from './file/pdf-resources.ts'
import { pdfRotate } from './file/pdf-rotate.ts'
import { pdfSpotNames } from './file/pdf-spot-names.ts'
import { pdfUserUnit } from './file/pdf-user-unit.ts'
import { pdfxActions } from './file/pdfx-actions.ts'
import { pdfxAlternateContent } from './file/pdfx-alternate-content.ts'
import { pdfxAnnotations } from './file/pdfx-annotations.ts'
import { pdfxAttachments } from './file/pdfx-attachments.ts'
import { pdfxBlendMode } from './file/pdfx-blend-mode.ts'
import { pdfxBoxNesting } from './file/pdfx-box-nesting.ts'
import { pdfxCidMap } from './file/pdfx-cid-map.ts'
import { pdfxCompatibility } from './file/pdfx-compatibility.ts'
import { pdfxDeviceColor } from './file/pdfx-device-color.ts'
import { pdfxFileId } from './file/pdfx-file-id.ts'
import { pdfxFilter } from './file/pdfx-filter.ts'
import { pdfxFontEmbedded } from './file/pdfx-font-embedded.ts'
import { pdfxFormFields } from './file/pdfx-form-fields.ts'
import { pdfxHalftone } from './file/pdfx-halftone.ts'
import { pdfxIccColor } from './file/pdfx-icc-color.ts'
import { pdfxIdentification } from './file/pdfx-identification.ts'
import { pdfxInfo } from './file/pdfx-info.ts'
import { pdfxInfoXmp } from './file/pdfx-info-xmp.ts'
import { pdfxLayers } from './file/pdfx-layers.ts'
import { pdfxMultimedia } from './file/pdfx-multimedia.ts'
import { pdfxNchannel } from './file/pdfx-nchannel.ts'
import { pdfxNewerPdf } from './file/pdfx-newer-pdf.ts'
import { pdfxNoLayers } from './file/pdfx-no-layers.ts'
import { pdfxOutputCondition } from './file/pdfx-output-condition.ts'
import { pdfxOutputIntent } from './file/pdfx-output-intent.ts'
import { pdfxOutputProfile } from './file/pdfx-output-profile.ts'
import { pdfxPostscript } from './file/pdfx-postscript.ts'
import { pdfxPreseparated } from './file/pdfx-preseparated.ts'
import { pdfxPressColor } from './file/pdfx-press-color.ts'
import { pdfxProfileEmbedded } from './file/pdfx-profile-embedded.ts'
import { pdfxRenderingIntent } from './file/pdfx-rendering-intent.ts'
import { pdfxSpotConsistent } from './file/pdfx-spot-consistent.ts'
import { pdfxTransferCurve } from './file/pdfx-transfer-curve.ts'
import { pdfxTransparency } from './file/pdfx-transparency.ts'
import { pdfxTrapped } from './file/pdfx-trapped.ts'
import { pdfxTrimBox } from './file/pdfx-trim-box.ts'
import { pdfxVersion } from './file/pdfx-version.ts'
import { pdfxViewArea } from './file/pdfx-view-area.ts'
import { pdfxXmp } from './file/pdfx-xmp.ts'
import { pdfxXmpProperties } from './file/pdfx-xmp-properties.ts'

/** In the order of the clauses: file, metadata, output intent, pages, catalog, colour, content, fonts, layers, then the house's. */
export const fileChecks = {
  'pdfx-version': pdfxVersion,
  'pdfx-newer-pdf': pdfxNewerPdf,
  'pdfx-file-id': pdfxFileId,
  'pdfx-filter': pdfxFilter,
  'pdfx-info': pdfxInfo,
  'pdfx-trapped': pdfxTrapped,
  'pdfx-xmp': pdfxXmp,
  'pdfx-identification': pdfxIdentification,
  'pdfx-xmp-properties': pdfxXmpProperties,
  'pdfx-info-xmp': pdfxInfoXmp,
  'pdfx-output-intent': pdfxOutputIntent,
  'pdfx-output-condition': pdfxOutputCondition,
  'pdfx-profile-embedded': pdfxProfileEmbedded,
  'pdfx-output-profile': pdfxOutputProfile,
  'pdfx-trim-box': pdfxTrimBox,
  'pdfx-box-nesting': pdfxBoxNesting,
  'pdfx-preseparated': pdfxPreseparated,
  'pdfx-view-area': pdfxViewArea,
  'pdfx-actions': pdfxActions,
  'pdfx-form-fields': pdfxFormFields,
  'pdfx-attachments': pdfxAttachments,
  'pdfx-annotations': pdfxAnnotations,
  'pdfx-multimedia': pdfxMultimedia,
  'pdfx-device-color': pdfxDeviceColor,
  'pdfx-press-color': pdfxPressColor,
  'pdfx-icc-color': pdfxIccColor,
  'pdf-icc-cmyk': pdfIccCmyk,
  'pdfx-spot-consistent': pdfxSpotConsistent,
  'pdf-spot-names': pdfSpotNames,
  'pdfx-nchannel': pdfxNchannel,
  'pdf-registration-color': pdfRegistrationColor,
  'pdfx-rendering-intent': pdfxRenderingIntent,
  'pdfx-alternate-content': pdfxAlternateContent,
  'pdfx-transfer-curve': pdfxTransferCurve,
  'pdfx-halftone': pdfxHalftone,
  'pdfx-postscript': pdfxPostscript,
  'pdfx-compatibility': pdfxCompatibility,
  'pdfx-transparency': pdfxTransparency,
  'pdfx-blend-mode': pdfxBlendMode,
  'pdf-group-space': pdfGroupSpace,
  'pdf-resources': pdfResources,
  'pdf-operators': pdfOperators,
  'pdf-number': pdfNumber,
  'pdf-damaged': pdfDamaged,
  'pdf-image-data': pdfImageData,
  'pdfx-font-embedded': pdfxFontEmbedded,
  'pdfx-cid-map': pdfxCidMap,
  'pdf-font-subset': pdfFontSubset,
  'pdf-font-unicode': pdfFontUnicode,
  'pdf-notdef': pdfNotdef,
  'pdf-font-widths': pdfFontWidths,
  'pdf-font-glyph': pdfFontGlyph,
  'pdfx-no-layers': pdfxNoLayers,
  'pdfx-layers': pdfxLayers,
  'pdf-layer-hidden': pdfLayerHidden,
  'pdf-processing-step': pdfProcessingStep,
  'pdf-plate-ink': pdfPlateInk,
  'pdf-plate-overprint': pdfPlateOverprint,
  'pdf-plate-order': pdfPlateOrder,
  'pdf-plate-group': pdfPlateGroup,
  'pdf-plate-tint': pdfPlateTint,
  'pdf-crop-box': pdfCropBox,
  'pdf-media-origin': pdfMediaOrigin,
  'pdf-rotate': pdfRotate,
  'pdf-user-unit': pdfUserUnit,
} as const satisfies Readonly<Record<string, FileCheck>>

export type FileRuleId = keyof typeof fileChecks
