import scribus
scribus.newDocument((148, 105), (8, 8, 8, 8), scribus.PORTRAIT, 1, scribus.UNIT_MILLIMETERS, scribus.PAGE_1, 0, 1)
scribus.setInfo("Signakit", "Les Petits Explorateurs", "")
scribus.defineColorCMYK("Bleu", 255, 180, 0, 25)
scribus.defineColorCMYK("NoirSoutenu", 200, 200, 200, 255)
t = scribus.createText(8, 8, 130, 20)
scribus.setText("Les Petits Explorateurs", t)
scribus.setFont("DejaVu Sans Bold", t)
scribus.setFontSize(20, t)
scribus.setTextColor("Bleu", t)
s = scribus.createText(8, 30, 130, 10)
scribus.setText("Document d’essai", s)
scribus.setFont("DejaVu Sans Book", s)
scribus.setFontSize(5, s)
scribus.setTextColor("NoirSoutenu", s)
l = scribus.createLine(8, 45, 100, 45)
scribus.setLineWidth(0.1, l)
scribus.setLineColor("Black", l)
i = scribus.createImage(8, 50, 40, 20)
scribus.loadImage("photo.png", i)
scribus.setScaleImageToFrame(1, 0, i)
r = scribus.createRect(60, 50, 40, 40)
scribus.setFillColor("NoirSoutenu", r)
scribus.setLineColor("None", r)
p = scribus.PDFfile()
p.file = "scribus.pdf"
p.version = 14
p.fonts = scribus.getFontNames()[:0]
p.fontEmbedding = 0
p.useDocBleeds = 0
p.save()
