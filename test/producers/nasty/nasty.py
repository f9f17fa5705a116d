"""Makes what a print shop dreads out of one sound PDF/X-4: nasty.py SOUND.pdf FOLDER, by pikepdf and qpdf.

Each function below takes the open file and its page, and does one thing to them; its name is that of the file made.
"""

import re
import sys
from pathlib import Path

import pikepdf
from pikepdf import Array, Dictionary, Name, Operator, Pdf, Stream, String

SOUND, FOLDER = sys.argv[1], Path(sys.argv[2])
MAKERS, RAW = {}, {}


def file(make):
    MAKERS[make.__name__] = make
    return make


def raw(make):
    RAW[make.__name__] = make
    return make


def art(pdf, page, operators, **resources):
    """Paints under the technical plates, after the sound file's own art."""
    content = page.Contents.read_bytes()
    at = content.index(b"q /OC /LayerWhite")
    page.Contents = pdf.make_stream(content[:at] + b"q " + operators.encode() + b" Q\n" + content[at:])
    for kind, entries in resources.items():
        held = page.Resources.get("/" + kind, Dictionary())
        for key, value in entries.items():
            held["/" + key] = value
        page.Resources["/" + kind] = held


def image(pdf, data, **entries):
    stream = pdf.make_stream(data)
    stream.Type, stream.Subtype = Name.XObject, Name.Image
    for key, value in entries.items():
        stream["/" + key] = value
    return stream


# Boxes


@file
def user_unit_of_two(pdf, page):
    page.UserUnit = 2


@file
def turned_by_90(pdf, page):
    page.Rotate = 90


@file
def crop_inside_the_trim(pdf, page):
    page.CropBox = Array([60, 60, 500, 280])


@file
def no_trim(pdf, page):
    del page.TrimBox


@file
def trim_beyond_the_media(pdf, page):
    page.TrimBox = Array([28, 28, 700, 311])


@file
def boxes_the_wrong_way_round(pdf, page):
    for key in ("/MediaBox", "/BleedBox", "/TrimBox"):
        left, bottom, right, top = page[key]
        page[key] = Array([right, top, left, bottom])


@file
def media_inherited(pdf, page):
    pdf.Root.Pages.MediaBox = page.MediaBox
    del page.MediaBox


# Colours


@file
def gray_with_a_profile(pdf, page):
    profile = pdf.make_stream(gray_profile())
    profile.N = 1
    art(pdf, page, "/G cs 0.3 sc 100 60 60 60 re f", ColorSpace={"G": Array([Name.ICCBased, profile])})


@file
def inks_with_the_profile_of_the_press(pdf, page):
    profile = pdf.Root.OutputIntents[0].DestOutputProfile
    art(pdf, page, "/I cs 0.3 0 0 0 sc 100 60 60 60 re f", ColorSpace={"I": Array([Name.ICCBased, profile])})


def tint(pdf, inputs, body):
    function = pdf.make_stream(body.encode())
    function.FunctionType, function.Domain, function.Range = 4, Array([0, 1] * inputs), Array([0, 1] * 4)
    return function


@file
def device_n_with_none(pdf, page):
    space = Array([Name.DeviceN, Array([Name.Cyan, Name("/None")]), Name.DeviceCMYK, tint(pdf, 2, "{pop 0 0 0}")])
    art(pdf, page, "/N cs 0.5 1 scn 100 60 60 60 re f", ColorSpace={"N": space})


@file
def ink_that_prints_nothing(pdf, page):
    space = Array([Name.Separation, Name("/None"), Name.DeviceCMYK, tint(pdf, 1, "{pop 0 0 0 0}")])
    art(pdf, page, "/N cs 1 scn 100 60 60 60 re f", ColorSpace={"N": space})


@file
def every_plate_inside_the_trim(pdf, page):
    art(pdf, page, "/Reg cs 1 scn 100 60 60 60 re f")


@file
def spot_whose_alternate_is_of_the_screen(pdf, page):
    function = Dictionary(FunctionType=2, Domain=[0, 1], C0=[1, 1, 1], C1=[0, 0.3, 0.8], N=1)
    space = Array([Name.Separation, Name("/PANTONE#20293#20C"), Name.DeviceRGB, function])
    art(pdf, page, "/S cs 1 scn 100 60 60 60 re f", ColorSpace={"S": space})


@file
def tiles_of_the_screen(pdf, page):
    tile = pdf.make_stream(b"1 0 0 rg 0 0 5 5 re f")
    tile.Type, tile.PatternType, tile.PaintType, tile.TilingType = Name.Pattern, 1, 1, 1
    tile.BBox, tile.XStep, tile.YStep, tile.Resources = Array([0, 0, 10, 10]), 10, 10, Dictionary()
    art(pdf, page, "/Pattern cs /P scn 100 60 60 60 re f", Pattern={"P": tile})


@file
def tiles_with_a_profile(pdf, page):
    profile = pdf.make_stream(gray_profile())
    profile.N = 1
    tile = pdf.make_stream(b"/Gris cs 0.5 sc 0 0 5 5 re f")
    tile.Type, tile.PatternType, tile.PaintType, tile.TilingType = Name.Pattern, 1, 1, 1
    tile.BBox, tile.XStep, tile.YStep = Array([0, 0, 10, 10]), 10, 10
    tile.Resources = Dictionary(ColorSpace=Dictionary(Gris=Array([Name.ICCBased, profile])))
    art(pdf, page, "/Pattern cs /P scn 100 60 60 60 re f", Pattern={"P": tile})


@file
def profile_named_like_a_device(pdf, page):
    profile = pdf.Root.OutputIntents[0].DestOutputProfile
    art(pdf, page, "/CMYK cs 0.3 0 0 0 sc 100 60 60 60 re f", ColorSpace={"CMYK": Array([Name.ICCBased, profile])})


@file
def shading_of_the_screen(pdf, page):
    function = Dictionary(FunctionType=2, Domain=[0, 1], C0=[1, 0, 0], C1=[0, 0, 1], N=1)
    shading = Dictionary(ShadingType=2, ColorSpace=Name.DeviceRGB, Coords=[100, 60, 160, 60], Function=function)
    art(pdf, page, "100 60 60 60 re W n /Shade sh", Shading={"Shade": shading})


@file
def inline_picture_of_the_screen(pdf, page):
    art(pdf, page, "6 0 0 6 100 60 cm BI /W 2 /H 2 /BPC 8 /CS /RGB /F /AHx ID FF000000FF000000FFFFFFFF> EI")


@file
def palette_of_the_screen(pdf, page):
    space = Array([Name.Indexed, Name.DeviceRGB, 1, String(b"\xff\0\0\0\0\xff")])
    picture = image(pdf, bytes(240 * 240), Width=240, Height=240, BitsPerComponent=8, ColorSpace=space)
    art(pdf, page, "60 0 0 60 100 60 cm /Pal Do", XObject={"Pal": picture})


@file
def default_rgb(pdf, page):
    art(pdf, page, "1 0 0 rg 100 60 60 60 re f", ColorSpace={"DefaultRGB": Array([Name.CalRGB, Dictionary(WhitePoint=[0.9505, 1, 1.089])])})


@file
def page_group_of_the_screen(pdf, page):
    page.Group.CS = Name.DeviceRGB


@file
def soft_mask_of_the_screen(pdf, page):
    mask = pdf.make_stream(b"1 0 0 rg 0 0 600 320 re f")
    mask.Type, mask.Subtype, mask.BBox = Name.XObject, Name.Form, Array([0, 0, 600, 320])
    mask.Group = Dictionary(S=Name.Transparency, CS=Name.DeviceRGB)
    state = Dictionary(SMask=Dictionary(S=Name.Luminosity, G=mask))
    art(pdf, page, "/Soft gs 0 0 0 1 k 100 60 60 60 re f", ExtGState={"Soft": state})


@file
def blended(pdf, page):
    art(pdf, page, "/Mul gs 0.9 0.8 0.8 0.9 k 100 60 120 120 re f", ExtGState={"Mul": Dictionary(BM=Name.Multiply)})


@file
def white_text_that_overprints(pdf, page):
    content = page.Contents.read_bytes()
    page.Contents = pdf.make_stream(content.replace(b"q 0 0 0 1 k BT", b"q /Over gs 0 0 0 0 k BT"))


@file
def hairline_by_its_scale(pdf, page):
    art(pdf, page, "/Over gs 0.01 0 0 0.01 0 0 cm 0 0 0 1 K 5 w 10000 6000 m 20000 6000 l S")


@file
def transfer_curve(pdf, page):
    curve = Dictionary(FunctionType=2, Domain=[0, 1], N=2)
    art(pdf, page, "/Tr gs 0 0 0 0.5 k 100 60 60 60 re f", ExtGState={"Tr": Dictionary(TR=curve)})


# Pictures


@file
def picture_in_jpeg_2000(pdf, page):
    picture = image(pdf, b"", Width=400, Height=400, ColorSpace=Name.DeviceCMYK, BitsPerComponent=8)
    picture.write(b"\0\0\0\x0cjP  \r\n\x87\n", filter=Name.JPXDecode)
    art(pdf, page, "120 0 0 120 100 60 cm /Jpx Do", XObject={"Jpx": picture})


@file
def picture_in_fax(pdf, page):
    picture = image(pdf, b"", Width=2000, Height=2000, ColorSpace=Name.DeviceGray, BitsPerComponent=1)
    picture.write(b"\0\x10\x01\0\x10\x01", filter=Name.CCITTFaxDecode, decode_parms=Dictionary(K=-1, Columns=2000, Rows=2000))
    art(pdf, page, "120 0 0 120 100 60 cm /Fax Do", XObject={"Fax": picture})


@file
def picture_cut_short(pdf, page):
    picture = image(pdf, bytes(100), Width=400, Height=400, ColorSpace=Name.DeviceCMYK, BitsPerComponent=8)
    art(pdf, page, "120 0 0 120 100 60 cm /Cut Do", XObject={"Cut": picture})


# Fonts


@file
def font_not_embedded(pdf, page):
    font = Dictionary(Type=Name.Font, Subtype=Name.Type1, BaseFont=Name.Helvetica)
    art(pdf, page, "0 0 0 1 k BT /H 24 Tf 300 200 Td (Accueil) Tj ET", Font={"H": font})


@file
def invisible_text_in_a_font_not_embedded(pdf, page):
    font = Dictionary(Type=Name.Font, Subtype=Name.Type1, BaseFont=Name.Helvetica)
    art(pdf, page, "0 0 0 1 k BT 3 Tr /H 24 Tf 300 200 Td (Accueil) Tj ET", Font={"H": font})


@file
def letters_drawn_by_hand(pdf, page):
    glyph = pdf.make_stream(b"1000 0 0 0 750 750 d1 0 0 750 750 re f")
    font = Dictionary(
        Type=Name.Font, Subtype=Name.Type3, FontBBox=[0, 0, 1000, 1000], FontMatrix=[0.001, 0, 0, 0.001, 0, 0],
        CharProcs=Dictionary(a=glyph), Encoding=Dictionary(Type=Name.Encoding, Differences=[97, Name.a]),
        FirstChar=97, LastChar=97, Widths=[1000], Resources=Dictionary(),
    )
    art(pdf, page, "0 0 0 1 k BT /T 24 Tf 300 200 Td (a) Tj ET", Font={"T": font})


# Layers


def layer(pdf, name, **entries):
    return pdf.make_indirect(Dictionary(Type=Name.OCG, Name=String(name), **entries))


def in_layer(pdf, page, group):
    properties = pdf.Root.OCProperties
    properties.OCGs.append(group)
    properties.D.Order.append(group)
    art(pdf, page, "/OC /Extra BDC 0 0.5 0 0 k 100 60 60 60 re f EMC", Properties={"Extra": group})
    return properties


@file
def layer_that_is_off(pdf, page):
    group = layer(pdf, "Anglais")
    in_layer(pdf, page, group).D.OFF.append(group)


@file
def layer_that_shows_and_does_not_print(pdf, page):
    group = layer(pdf, "Consignes", Usage=Dictionary(Print=Dictionary(PrintState=Name.OFF)))
    default = in_layer(pdf, page, group).D
    default.ON.append(group)
    default.AS = Array([Dictionary(Event=Name.Print, Category=Array([Name.Print]), OCGs=Array([group]))])


# What is not ink


@file
def note_inside_the_page(pdf, page):
    note = Dictionary(Type=Name.Annot, Subtype=Name.Square, Rect=[100, 60, 160, 120], F=4, C=[1, 0, 0])
    page.Annots = Array([pdf.make_indirect(note)])


@file
def note_outside_the_page(pdf, page):
    note = Dictionary(Type=Name.Annot, Subtype=Name.Square, Rect=[0, 0, 10, 10], F=0, C=[0, 0, 0, 1])
    page.Annots = Array([pdf.make_indirect(note)])


@file
def form_field(pdf, page):
    field = Dictionary(
        Type=Name.Annot, Subtype=Name.Widget, FT=Name.Tx, T=String("nom"), Rect=[100, 60, 160, 80], F=4,
    )
    field = pdf.make_indirect(field)
    page.Annots = Array([field])
    pdf.Root.AcroForm = Dictionary(Fields=Array([field]))


@file
def script_at_opening(pdf, page):
    pdf.Root.OpenAction = Dictionary(S=Name.JavaScript, JS=String("app.alert(1)"))


@file
def script_by_name(pdf, page):
    action = Dictionary(S=Name.JavaScript, JS=String("app.alert(1)"))
    pdf.Root.Names = Dictionary(JavaScript=Dictionary(Names=Array([String("a"), action])))


@file
def file_inside(pdf, page):
    pdf.attachments["notes.txt"] = pikepdf.AttachedFileSpec(
        pdf, b"bonjour", filename="notes.txt", creation_date="D:20260102030405Z", mod_date="D:20260102030405Z"
    )


@file
def postscript(pdf, page):
    program = pdf.make_stream(b"showpage")
    program.Type, program.Subtype = Name.XObject, Name.PS
    art(pdf, page, "/Ps Do", XObject={"Ps": program})


@file
def plate_of_a_separated_job(pdf, page):
    page.SeparationInfo = Dictionary(Pages=Array([page.obj]), DeviceColorant=Name.Cyan)


@file
def content_in_pieces(pdf, page):
    lines = page.Contents.read_bytes().split(b"\n")
    page.Contents = Array([pdf.make_stream(b"\n".join(lines[:4])), pdf.make_stream(b"\n".join(lines[4:]))])


# The file as a whole


@raw
def objects_packed(pdf, path):
    pdf.save(path, object_stream_mode=pikepdf.ObjectStreamMode.generate, **SAME)


@raw
def made_for_the_web(pdf, path):
    pdf.save(path, linearize=True, **SAME)


@raw
def locked_by_its_owner(pdf, path):
    pdf.save(path, encryption=pikepdf.Encryption(owner="atelier", user="", R=6), static_id=False)


@raw
def locked_the_old_way(pdf, path):
    pdf.save(path, encryption=pikepdf.Encryption(owner="atelier", user="", R=3, aes=False, metadata=False))


@raw
def pdf_2_0(pdf, path):
    pdf.save(path, force_version="2.0", **SAME)


def updated(path, before, after):
    """The content stream of the page, changed, then changed again by an update appended to the file."""
    pdf = Pdf.open(SOUND)
    page = pdf.pages[0]
    art(pdf, page, before)
    number, content = page.Contents.objgen[0], page.Contents.read_bytes()
    pdf.save(path, stream_decode_level=pikepdf.StreamDecodeLevel.none, **SAME)
    with Pdf.open(path) as written:
        number = written.pages[0].Contents.objgen[0]
        size = int(written.trailer.Size)
        root, info = (written.trailer[key].objgen[0] for key in ("/Root", "/Info"))
    data = path.read_bytes()
    previous = int(re.findall(rb"startxref\s+(\d+)", data)[-1])
    ids = re.findall(rb"/ID \[[^]]*\]", data)[-1]
    stream = content.replace(before.encode(), after.encode())
    body = b"%d 0 obj\n<< /Length %d >>\nstream\n%b\nendstream\nendobj\n" % (number, len(stream), stream)
    offset = len(data)
    table = b"xref\n%d 1\n%010d 00000 n \n" % (number, offset)
    trailer = b"trailer\n<< /Size %d /Root %d 0 R /Info %d 0 R %b /Prev %d >>\n" % (size, root, info, ids, previous)
    end = b"startxref\n%d\n%%%%EOF\n" % (offset + len(body))
    path.write_bytes(data + body + table + trailer + end)


@raw
def mended_by_an_update(pdf, path):
    updated(path, "1 0 0 rg 100 60 60 60 re f", "0 1 1 0 k 100 60 60 60 re f")


@raw
def spoilt_by_an_update(pdf, path):
    updated(path, "0 1 1 0 k 100 60 60 60 re f", "1 0 0 rg 100 60 60 60 re f")


@raw
def empty(pdf, path):
    path.write_bytes(b"")


@raw
def page_of_the_web(pdf, path):
    path.write_bytes(b"<!DOCTYPE html>\n<html><head><title>404</title></head><body>Not found</body></html>\n")


@raw
def cut_in_half(pdf, path):
    data = Path(SOUND).read_bytes()
    path.write_bytes(data[: len(data) // 2])


@raw
def behind_other_bytes(pdf, path):
    path.write_bytes(b"\r\n\r\n" + Path(SOUND).read_bytes())


@raw
def a_picture(pdf, path):
    path.write_bytes(b"\x89PNG\r\n\x1a\n" + bytes(40))


def gray_profile():
    """The least that Little CMS takes for a gray profile: a curve and a white (ICC.1:2010 8.4)."""
    tags = {
        b"desc": b"desc" + bytes(4) + (5).to_bytes(4, "big") + b"Gray\0" + bytes(8) + bytes(3 + 67),
        b"cprt": b"text" + bytes(4) + b"CC0\0",
        b"wtpt": b"XYZ " + bytes(4) + bytes.fromhex("0000f6d6000100000000d32d"),
        b"kTRC": b"curv" + bytes(4) + (1).to_bytes(4, "big") + (0x0233).to_bytes(2, "big") + bytes(2),
    }
    table, body, start = b"", b"", 128 + 4 + 12 * len(tags)
    for key, data in tags.items():
        data += bytes(-len(data) % 4)
        table += key + (start + len(body)).to_bytes(4, "big") + len(data).to_bytes(4, "big")
        body += data
    size = start + len(body)
    head = size.to_bytes(4, "big") + bytes(4) + bytes.fromhex("02400000") + b"mntrGRAYXYZ " + bytes(12) + b"acsp"
    head += bytes(28) + bytes.fromhex("0000f6d6000100000000d32d")
    return head.ljust(128, b"\0") + len(tags).to_bytes(4, "big") + table + body


SAME = {"preserve_pdfa": False, "fix_metadata_version": False}

for name, make in MAKERS.items():
    with Pdf.open(SOUND) as pdf:
        make(pdf, pdf.pages[0])
        pdf.save(FOLDER / f"{name}.pdf", min_version="1.6", **SAME)
for name, make in RAW.items():
    with Pdf.open(SOUND) as pdf:
        make(pdf, FOLDER / f"{name}.pdf")
print(*MAKERS, *RAW)
