# The structural part of the 36 rules of PDF/X-4, and our stricter ones, read by pikepdf: prints one line per breach.
import re
import sys
import xml.etree.ElementTree as ElementTree

import pikepdf
from pikepdf import Array, Dictionary, Name, Stream

NS = {
    'rdf': 'http://www.w3.org/1999/02/22-rdf-syntax-ns#',
    'dc': 'http://purl.org/dc/elements/1.1/',
    'pdf': 'http://ns.adobe.com/pdf/1.3/',
    'pdfxid': 'http://www.npes.org/pdfx/ns/id/',
    'xmp': 'http://ns.adobe.com/xap/1.0/',
    'xmpMM': 'http://ns.adobe.com/xap/1.0/mm/',
}
BLEND = set('Normal Multiply Screen Overlay Darken Lighten ColorDodge ColorBurn HardLight SoftLight Difference '
            'Exclusion Hue Saturation Color Luminosity'.split())
NUMBER = re.compile(rb'^-?(0|[1-9]\d*)(\.\d{1,5})?$')
breaches = []


def want(rule, holds, what=''):
    if not holds:
        breaches.append(f'{rule} {what}'.strip())


def device_names(space):
    if isinstance(space, Name):
        return {str(space)}
    kind = str(space[0])
    if kind in ('/Separation', '/DeviceN'):
        return {kind} | device_names(space[2])
    return {kind}


def check_file(path, pdf):
    data = open(path, 'rb').read()
    want('1', data.startswith(b'%PDF-1.6\n'), 'header')
    want('1', all(byte > 127 for byte in data[10:14]), 'binary comment')
    want('1', '/Version' not in pdf.Root)
    want('2', not pdf.is_encrypted)
    identifiers = pdf.trailer.get('/ID', [])
    want('3', len(identifiers) == 2 and all(len(bytes(each)) == 16 for each in identifiers))
    want('5', b'\nxref\n' in data and b'/ObjStm' not in data, 'classic cross-reference table')
    want('5', data.rstrip().endswith(b'%%EOF'))


def check_streams(pdf):
    for each in pdf.objects:
        if not isinstance(each, Stream):
            continue
        kind = each.get('/Type')
        if kind == Name.Metadata:
            want('8', '/Filter' not in each, 'metadata is compressed')
            continue
        want('4', each.get('/Filter') == Name.FlateDecode and '/F' not in each, 'filter')
        raw = each.read_raw_bytes()
        # fflate at level 6 and 9 writes 78 9c and 78 da; level 1 writes 78 01.
        want('house', raw[0] == 0x78, 'zlib stream')


def check_metadata(pdf):
    info = pdf.docinfo
    for key in ('/Title', '/CreationDate', '/ModDate', '/Creator', '/Producer'):
        want('6', str(info.get(key, '')) != '', key)
    for key in ('/CreationDate', '/ModDate'):
        want('6', re.fullmatch(r'D:\d{14}Z', str(info[key])), key)
    want('7', isinstance(info.get('/Trapped'), Name) and str(info.Trapped) == '/False')
    want('9', str(info.get('/GTS_PDFXVersion')) == 'PDF/X-4', 'Info')
    packet = pdf.Root.Metadata.read_bytes()
    want('8', packet.startswith(b'<?xpacket begin="\xef\xbb\xbf"') and packet.endswith(b'<?xpacket end="r"?>'))
    root = ElementTree.fromstring(packet.decode('utf-8'))
    said = lambda name: [element.text for element in root.iter('{%s}%s' % (NS[name.split(':')[0]], name.split(':')[1]))]
    want('9', said('pdfxid:GTS_PDFXVersion') == ['PDF/X-4'], 'XMP')
    for name in ('xmp:CreateDate', 'xmp:ModifyDate', 'xmp:MetadataDate', 'xmpMM:DocumentID', 'xmpMM:VersionID',
                 'xmpMM:RenditionClass', 'pdf:Trapped'):
        want('10', len(said(name)) == 1 and said(name)[0], name)
    title = [item.text for item in root.findall('.//dc:title/rdf:Alt/rdf:li', NS)]
    want('11', title == [str(info['/Title'])], f'{title} {info["/Title"]}')
    plain = lambda date: re.sub(r'[-:TD]', '', date)
    want('11', [plain(each) for each in said('xmp:CreateDate')] == [plain(str(info['/CreationDate']))])
    want('11', [plain(each) for each in said('xmp:ModifyDate')] == [plain(str(info['/ModDate']))])
    want('11', said('pdf:Trapped') == ['False'])
    want('11', said('pdf:Producer') == [str(info['/Producer'])])


def check_intent(pdf):
    intents = [each for each in pdf.Root.OutputIntents if each.S == Name.GTS_PDFX]
    want('12', len(intents) == 1 == len(pdf.Root.OutputIntents))
    intent = intents[0]
    want('13', str(intent.OutputConditionIdentifier) != '' and str(intent.Info) != '')
    want('13', str(intent.get('/RegistryName', '')) == 'http://www.color.org')
    profile = intent.DestOutputProfile
    icc = profile.read_bytes()
    want('14', icc[12:16] == b'prtr' and icc[16:20] == b'CMYK' and profile.N == 4 and icc[36:40] == b'acsp')
    want('14', b'B2A0' in icc[128:600] and int.from_bytes(icc[:4], 'big') == len(icc))


def check_page(page):
    want('19', not set(page.keys()) & {'/UserUnit', '/CropBox', '/ArtBox', '/Rotate', '/Annots', '/AA', '/Thumb',
                                       '/SeparationInfo', '/PieceInfo', '/Tabs', '/Metadata'}, str(page.keys()))
    media, trim, bleed = ([float(each) for each in page[key]] for key in ('/MediaBox', '/TrimBox', '/BleedBox'))
    want('17', media[:2] == [0, 0] and media[2] <= 14400 and media[3] <= 14400)
    inside = lambda a, b: a[0] >= b[0] and a[1] >= b[1] and a[2] <= b[2] and a[3] <= b[3]
    want('17', inside(trim, bleed) and inside(bleed, media))
    group = page.Group
    want('32', group.S == Name.Transparency and group.CS == Name.DeviceCMYK and group.I is True)
    want('house', '/ProcSet' not in page.Resources, 'ProcSet')


def check_catalog(pdf):
    allowed = {'/Type', '/Pages', '/Names', '/Lang', '/ViewerPreferences', '/OutputIntents', '/OCProperties', '/Metadata'}
    want('21', set(pdf.Root.keys()) <= allowed, str(set(pdf.Root.keys()) - allowed))
    want('21', len(pdf.Root.get('/Names', {}).keys()) == 0, 'names')
    want('house', pdf.Root.ViewerPreferences.DisplayDocTitle is True and str(pdf.Root.Lang) != '')
    for each in pdf.objects:
        if isinstance(each, Dictionary):
            want('22', each.get('/Type') not in (Name.Annot, Name.Action, Name.Filespec))


def check_layers(pdf):
    properties = pdf.Root.get('/OCProperties')
    if properties is None:
        return
    groups = [each.objgen for each in properties.OCGs]
    config = properties.D
    want('35', set(properties.keys()) == {'/OCGs', '/D'}, 'configurations')
    want('35', str(config.Name) != '' and config.BaseState == Name.ON)
    want('35', not set(config.keys()) & {'/AS', '/OFF', '/Locked', '/RBGroups'}, str(config.keys()))
    want('35', [each.objgen for each in config.Order] == groups and len(set(groups)) == len(groups))
    steps = {'Structural', 'Positions', 'Dimensions', 'Braille', 'Legend', 'White', 'Varnish'}
    for each in properties.OCGs:
        want('35', '/Usage' not in each and str(each.Name) != '')
        step = each.get('/GTS_Metadata')
        if step is not None:
            group = str(step.GTS_ProcStepsGroup)[1:]
            want('19593', group in steps and ('/GTS_ProcStepsType' in step) == (group in ('Structural', 'Positions')), group)


def check_objects(pdf):
    inks = {}
    for each in pdf.objects:
        if isinstance(each, Array) and len(each) == 4 and each[0] == Name.Separation:
            key = str(each[1])
            said = each[3].unparse(resolved=True)
            want('26', inks.setdefault(key, said) == said, key)
            want('26', inks.get(f'object {key}', each.objgen) == each.objgen, f'{key} is written twice')
            inks[f'object {key}'] = each.objgen
        if not isinstance(each, (Dictionary, Stream)):
            continue
        for key in ('/TR', '/TR2', '/HTP', '/HT', '/BG', '/UCR', '/OPI', '/Ref', '/Alternates', '/PS', '/Level1', '/AA'):
            want('29', key not in each, key)
        space = each.get('/ColorSpace')
        if space is not None and not isinstance(space, Dictionary):
            want('23', device_names(space) <= {'/DeviceCMYK', '/DeviceGray', '/Separation', '/DeviceN'}, str(space))
        if each.get('/S') == Name.Transparency:
            want('23', each.CS in (Name.DeviceCMYK, Name.DeviceGray))
        if '/BM' in each:
            want('31', str(each.BM)[1:] in BLEND, str(each.BM))
        if each.get('/Subtype') == Name.Image:
            want('27', '/Intent' not in each and '/Decode' not in each)
        if each.get('/Type') == Name.Font and each.Subtype == Name.Type0:
            check_font(each)


def check_font(font):
    descendant = font.DescendantFonts[0]
    descriptor = descendant.FontDescriptor
    want('34', '/FontFile2' in descriptor or '/FontFile3' in descriptor, 'embedded')
    want('34', descendant.Subtype != Name.CIDFontType2 or descendant.CIDToGIDMap == Name.Identity)
    want('34', re.match(r'^/[A-Z]{6}\+', str(font.BaseFont)) and font.BaseFont == descendant.BaseFont == descriptor.FontName)
    want('34', font.Encoding == Name('/Identity-H') and b'beginbfchar' in font.ToUnicode.read_bytes())


KINDS = {'gs': '/ExtGState', 'cs': '/ColorSpace', 'CS': '/ColorSpace', 'scn': '/Pattern', 'SCN': '/Pattern',
         'Do': '/XObject', 'Tf': '/Font', 'sh': '/Shading'}


def check_content(content, resources, inks_only, seen):
    for token in re.findall(rb'(?<![<\w/.+-])-?[\d.]+(?=\s)', re.sub(rb'<[0-9a-f]*>', b'', content.read_bytes())):
        want('house', NUMBER.match(token), f'number {token!r}')
    depth = marked = 0
    state = {'overprint': False, 'fill': None, 'stroke': None}
    saved = []
    layers = []
    for operands, operator in pikepdf.parse_content_stream(content):
        name = str(operator)
        want('30', name not in ('BX', 'EX', 'BI', 'PS'), name)
        want('23', name not in ('rg', 'RG', 'ri') and (not inks_only or name not in ('g', 'G')), name)
        if name == 'q':
            depth += 1
            saved.append(dict(state))
        elif name == 'Q':
            depth -= 1
            state = saved.pop() if saved else state
        if name == 'BDC':
            layers.append(resources.get('/Properties', {}).get(str(operands[1])) if operands[0] == Name.OC else None)
        elif name == 'EMC' and layers:
            layers.pop()
        marked += (name in ('BDC', 'BMC')) - (name == 'EMC')
        want('33', depth >= 0 and marked >= 0, 'balance')
        if name == 'gs':
            entry = resources.get('/ExtGState', {}).get(str(operands[0]), {})
            if '/OPM' in entry:
                state['overprint'] = entry.OPM == 1 and entry.OP is True and entry.op is True
        if name in ('k', 'cs', 'g'):
            state['fill'] = 'plate' if name == 'cs' and str(operands[0]) != '/Pattern' else name
        if name in ('K', 'CS', 'G'):
            state['stroke'] = 'plate' if name == 'CS' and str(operands[0]) != '/Pattern' else name
        if any(layer is not None and '/GTS_Metadata' in layer for layer in layers):
            want('19593', name not in ('Do', 'sh'), 'a plate is drawn by paths and text')
            if name in ('f', 'f*', 'B', 'B*', 'TJ'):
                want('19593', state['overprint'] and state['fill'] == 'plate', f'{name} on a plate: {state}')
            if name in ('S', 'B', 'B*'):
                want('19593', state['overprint'] and state['stroke'] == 'plate', f'{name} on a plate: {state}')
        if name == 'Tj':
            want('house', False, 'Tj')
        if name == 'TJ':
            shown = b''.join(bytes(each) for each in operands[0] if isinstance(each, pikepdf.String))
            want('34', all(shown[at:at + 2] != b'\0\0' for at in range(0, len(shown), 2)), 'notdef')
        kind = KINDS.get(name)
        last = operands[-1] if len(operands) else None
        if name == 'Tf':
            last = operands[0]
        if kind and isinstance(last, Name) and str(last) not in ('/Pattern', '/DeviceCMYK', '/DeviceGray'):
            want('33', str(last) in resources.get(kind, {}), f'{kind} {last}')
            used = resources.get(kind, {}).get(str(last))
            if kind == '/XObject' and used is not None and used.Subtype == Name.Form and used.objgen not in seen:
                seen.add(used.objgen)
                check_content(used, used.Resources, used.Group.CS == Name.DeviceCMYK, seen)
        if name == 'BDC' and isinstance(operands[1], Name):
            want('33', str(operands[1]) in resources.get('/Properties', {}), f'layer {operands[1]}')
    want('33', depth == 0 and marked == 0, 'balance')


def main(path):
    with pikepdf.open(path) as pdf:
        check_file(path, pdf)
        check_streams(pdf)
        check_metadata(pdf)
        check_intent(pdf)
        check_catalog(pdf)
        check_layers(pdf)
        check_objects(pdf)
        for page in pdf.pages:
            check_page(page.obj)
            check_content(page.obj.Contents, page.obj.Resources, True, set())
        want('qpdf', not pdf.check(), str(pdf.check()))


main(sys.argv[1])
print('\n'.join(breaches))
