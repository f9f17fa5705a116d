#!/usr/bin/env python3
"""Writes the sheets of this folder: real shapes, invented structures. Needs openpyxl and odfpy (Debian: python3-openpyxl,
python3-odf). The CSV files are the same at every run; the workbooks are the same but for what their libraries date."""
import csv
import datetime
import io
import pathlib

import openpyxl
from odf.opendocument import OpenDocumentSpreadsheet
from odf.table import Table, TableCell, TableRow
from odf.text import P
from openpyxl.styles import Font

HERE = pathlib.Path(__file__).parent
DAY = datetime.datetime(2026, 1, 27)


def csv_file(name, rows, delimiter=";", encoding="utf-8", eol="\r\n"):
    out = io.StringIO()
    csv.writer(out, delimiter=delimiter, lineterminator=eol).writerows(rows)
    (HERE / name).write_bytes(out.getvalue().encode(encoding))


def text_file(name, text, encoding="utf-8"):
    (HERE / name).write_bytes(text.encode(encoding))


def workbook():
    book = openpyxl.Workbook()
    book.properties.created = book.properties.modified = DAY
    return book


# SCDL Équipements 0.1.5: the standard columns of communes; comma, UTF-8.
csv_file("scdl-equipements.csv", [
    "COLL_NOM COLL_SIRET EQUIP_UID EQUIP_THEME EQUIP_CODE EQUIP_TYPE EQUIP_NOM ADR_NUMERO ADR_NOMVOIE ADR_CODEPOSTAL "
    "ADR_COMMUNE ADR_CLE_INTEROP ERP_ID ERP_TYPE ERP_CATEGORIE EQUIP_LAT EQUIP_LONG EQUIP_OUVERTURE EQUIP_TEL EQUIP_EMAIL "
    "EQUIP_WEB".split(),
    ["Commune de Valmoncel", "21390000000012", "21390000000012-0001", "Petite enfance", "D502", "crèche",
     "Crèche Les Sabotiers", "4", "rue de la Scie", "39200", "Valmoncel", "39200_0120_00004", "", "R", "5", "46.38", "5.86",
     "Mo-Fr 07:30-18:30", "03 84 00 00 00", "creche@valmoncel.example", "https://valmoncel.example/creche"],
    ["Commune de Valmoncel", "21390000000012", "21390000000012-0002", "Enfance", "D505", "Accueil de loisirs",
     "Les Mille Pas", "", "place de l'Église", "39200", "Valmoncel", "", "", "", "", "46.38", "5.86", "", "+33 3 84 00 00 01",
     "", ""],
    ["Commune de Valmoncel", "21390000000012", "21390000000012-0003", "Culture", "F307", "Bibliothèque", "Le Grenier", "2",
     "bis rue Haute", "39200", "Valmoncel", "", "", "", "", "", "", "", "", "", ""],
], delimiter=",", eol="\n")

# Saint-Denis (974): names cut to ten letters by a shapefile, and no post code.
csv_file("saint-denis-974.csv", [
    ["nom", "type", "categorie", "capacite", "etat", "adresse", "gestionnai"],
    ["CRECHE LES FLAMBOYANTS", "Crèche", "collective", "40", "OUVERT", "12 RUE DES JAMROSATS 97400 SAINT-DENIS", "COMMUNE"],
    ["Ti Baba", "Micro-crèche", "privée", "10", "FERME", "3 allée des Filaos", "ASSOCIATION TI PAS TI PAS"],
    ["Les Z'enfants", "Halte-garderie", "associative", "NC", "en travaux", "Résidence Les Badamiers, 97490 Sainte-Clotilde",
     "Association Z'enfants"],
])

# La Possession (974): long names with underscores.
csv_file("la-possession.csv", [
    "nom_de_l_etablissement type_d_etablissement mode_d_accueil capacite_d_accueil_et_agrement tranche_d_age adresse "
    "horaires_et_jours_de_d_ouverture telephone e_mail site_web gestionnaire".split(),
    ["Les P'tits Dodos", "multi accueil", "régulier et occasionnel", "25 places", "2 mois et demi à 3 ans",
     "5 rue Sarda Garriga\n97419 LA POSSESSION", "Du lundi au vendredi\n7h-17h30", "0262 00 00 00",
     "dodos@possession.example", "www.possession.example/dodos", "CCAS"],
    ["Kréol'Mômes", "jardin d'enfants", "régulier", "12/01/2026", "2 à 4 ans", "Chemin Bœuf Mort 97419 LA POSSESSION",
     "lundi au vendredi", "262000001", "kreol.momes(at)possession.example", "", "SARL Kréol'Mômes"],
])

# Neuville-Saint-Rémy: five rows of everything, in Windows-1252.
csv_file("neuville-saint-remy.csv", [
    ["ID", "Nom", "Type", "Adresse", "Code Postal", "Commune", "Code Insee", "Tel", "Gestion Gestionnaire", "Capacité",
     "Age minimum", "Age maximum", "Latitude", "Longitude"],
    [1, "RAM Les Petits Pas", "RAM", "rue de l’Égalité", "59554", "Neuville-Saint-Rémy", "59428", "03.27.00.00.00",
     "Intercommunale", "", "0", "3", "50,18", "3,22"],
    [2, "Centre de loisirs", "ALSH", "4, rue Pasteur", "59554", "NEUVILLE-SAINT-REMY", "59428", "03 27 00 00 01",
     "Commune", "60", "3", "12", "", ""],
    [3, "Animation jeunesse", "Accueil de jeunes", "4, rue Pasteur", "59554", "Neuville-Saint-Rémy", "59428", "", "Commune",
     "24", "12", "17", "", ""],
    [4, "École Jules-Verne", "École élémentaire", "rue Jules-Verne", "59554", "Neuville-Saint-Rémy", "59428", "", "Commune",
     "", "", "", "", ""],
    [5, "Le Nid d’étoiles", "Micro-crèche", "12 rue du Nord", "59554", "Neuville-Saint-Rémy", "59428", "0000000000",
     "SAS Étoiles", "10", "", "", "", ""],
], encoding="cp1252")

# Ain, layer of accueils de loisirs: « communes » is the town.
csv_file("ain-alsh.csv", [
    ["objectid", "insee", "communes", "nb_places", "id_metier", "nom", "telephone"],
    ["12", "01004", "Ambérieu-en-Bugey", "48", "ALSH-12", "Accueil de loisirs Le Tremplin", "0474000000"],
    ["13", "01034", "BELLEY", "0", "ALSH-13", "Centre aéré L'Escale", "474000001"],
], delimiter=",", eol="\n")

# Cnaf, EAJE 2017: three properties, the whole address in one, its post code sometimes twice.
csv_file("eaje-2017.csv", [
    ["FID", "Nomequ", "Adresse"],
    ["1", "MULTI ACCUEIL LES CANAILLOUS", "7 RUE DES ACACIAS 21000 DIJON"],
    ["2", "MICRO CRECHE L'ILE AUX ENFANTS", "ZA DU PONT 01500 01500 AMBERIEU EN BUGEY"],
    ["3", "CRECHE FAMILIALE", "PLACE DE LA MAIRIE"],
], delimiter=",", eol="\n")

# Cnaf, addresses of Laep; UTF-16 as Excel's « Texte Unicode ».
csv_file("laep-adresses.csv", [
    ["Nom du LAEP", "Numéro et voie", "Complément d'adresse", "CP", "Ville", "Département", "Gestionnaire"],
    ["La Bulle d'air", "3 rue des Tanneurs", "Maison des familles", "05000", "Gap", "05", "Udaf"],
    ["Le Petit Jardin", "18 avenue du Bel-Air", "", "13090", "Aix-en-Provence", "13", "Association Le Petit Jardin"],
], delimiter="\t", encoding="utf-16")

# monenfant.fr: an export of its values, flattened; a phone of zeros, a town and its post code swapped at source.
csv_file("monenfant-export.csv", [
    ["structureType", "structureId", "structureName", "modifiedDate", "gestionnaire", "coordonnees.numeroVoie",
     "coordonnees.typeVoie", "coordonnees.nomVoie", "coordonnees.codePostal", "coordonnees.commune",
     "coordonnees.telephone", "coordonnees.telephone2", "coordonnees.adresseMail", "coordonnees.siteInternet",
     "description.description1", "serviceCommun.avip", "serviceAccueil.handicap"],
    ["EAJE", "200123", "LES PETITS PRINCES", "12/03/2025", "VILLE DE BRUAY", "12", "RUE", "DES MINEURS", "62700",
     "BRUAY LA BUISSIERE", "0321000000", "", "princes@bruay.example", "https://bruay.example", "Texte libre", "true", ""],
    ["RPE", "200124", "Relais petite enfance itinérant", "01/02/2025", "Communauté de communes", "", "", "Maison rurale",
     "Houdain", "62150", "0000000000", "", "", "", "", "false", ""],
])

# monenfant.fr: what a search gives; a first name that has no place on a sign.
csv_file("monenfant-recherche.csv", [
    "id organizationId type firstname name siteWeb phone phone2 mail address commune distance hasDispo dateDispo isAvip "
    "servesCommune".split(),
    ["9001", "77", "EAJE", "", "Les Coquelicots", "coquelicots.example", "0556000000", "", "contact@coquelicots.example",
     "2 cours de la Marne 33000 BORDEAUX", "BORDEAUX", "1.2", "true", "", "false", "true"],
    ["9002", "78", "ASSMAT", "Camille", "Durand", "", "", "", "", "", "BORDEAUX", "1.3", "false", "", "", ""],
], delimiter=",")

# data·inclusion v0: codes of types, hours in the code of OpenStreetMap.
csv_file("data-inclusion.csv", [
    "id siret source nom commune code_postal code_insee adresse complement_adresse longitude latitude typologie telephone "
    "courriel site_web presentation_resume date_maj horaires_ouverture accessibilite labels_nationaux labels_autres".split(),
    ["mon-1", "", "monenfant", "Centre social Les Moulins", "Loos", "59120", "59360", "14 rue du Moulin", "", "3.01",
     "50.6", "CS", "+33320000000", "moulins@loos.example", "https://moulins.example", "…", "2025-03-01",
     "Mo-Fr 08:30-12:00,13:30-17:30", "", "", ""],
    ["mon-2", "", "monenfant", "EVS L’Escale", "Loos", "59120", "59360", "", "", "", "", "EVS", "", "", "", "", "", "", "",
     "", ""],
], delimiter=",", eol="\n")

# Sirene, file of establishments: a closed one is `F`.
csv_file("sirene-etablissements.csv", [
    "siret denominationUsuelleEtablissement numeroVoieEtablissement indiceRepetitionEtablissement typeVoieEtablissement "
    "libelleVoieEtablissement complementAdresseEtablissement codePostalEtablissement libelleCommuneEtablissement "
    "etatAdministratifEtablissement".split(),
    ["12345678900011", "LES BEBES D'ABORD", "12", "B", "RUE", "DU GENERAL LECLERC", "", "51100", "REIMS", "A"],
    ["12345678900012", "LA RONDE", "", "", "", "LE BOURG", "LIEU DIT", "51300", "VITRY LE FRANCOIS", "F"],
], delimiter=",", eol="\n")

# Finess: post code and town on one line.
csv_file("finess.csv", [
    ["nofinesset", "nofinessej", "rs", "rslongue", "complrs", "compldistrib", "numvoie", "typvoie", "voie", "compvoie",
     "lieuditbp", "ligneacheminement", "telephone", "telecopie", "categetab", "libcategetab", "siret"],
    ["510000001", "510000002", "CRECHE DU CHU", "Crèche du personnel du CHU", "", "", "45", "RUE", "COGNACQ JAY", "",
     "BP 10", "51100 REIMS", "326000000", "", "", "Crèche", ""],
    ["5,1E+08", "510000002", "LES LUTINS", "", "", "", "", "PL", "D'ARMES", "", "", "51200 EPERNAY", "", "", "", "", ""],
], delimiter=";")

# What an office keeps by hand: groups, totals, crosses for pieces, a note below.
csv_file("caf-commande.csv", [
    ["Commande de signalétique 2026", "", "", "", "", "", "", "", "", "", "", ""],
    ["", "", "", "", "", "", "", "", "", "", "", ""],
    ["Intitulé", "Nature", "Gestionnaire", "Adresse", "CP", "Ville", "Tél.", "Dépt", "Nb places", "Vitrophanie A5",
     "Plaque 300x200", "Affiche A3", "Directrice"],
    ["Crèche Les Lutins", "crèche", "Ville de Bordeaux", "3 rue du Four", "33000", "Bordeaux", "05 56 00 00 00", "33", "40",
     "2", "x", "", "Mme Martin"],
    ["Les Explorateurs", "micro-crèche", "Sarl Petit pas", "12 cours Pasteur", "33000", "Bordeaux", "556000001", "33", "12",
     "1", "1", "3", "M. Petit"],
    ["Sous-total Bordeaux", "", "", "", "", "", "", "", "52", "3", "2", "3", ""],
    ["Maison des Liens", "LAEP", "Association Liens", "1 place du Marché", "33390", "Blaye", "", "33", "", "1", "non", "1",
     ""],
    ["Total général", "", "", "", "", "", "", "", "52", "4", "2", "4", ""],
    ["Source : service action sociale, mars 2026", "", "", "", "", "", "", "", "", "", "", ""],
])

# Pieces in one cell, keys of pieces, brand, printer and policies by row.
csv_file("pieces-par-ligne.csv", [
    ["id", "nom", "type", "caf", "commune", "pièces", "pose", "fixation", "charte", "imprimeur", "règles", "partenaires",
     "horaires"],
    ["33-0142", "Les Petits Explorateurs", "micro-crèche", "33", "Bordeaux", "vitrophanie-a5 ; plaque-300x200 × 2",
     "extérieur", "4-vis", "caf-maquette", "standard", "text-contrast: avertir", "Ville de Bordeaux ; Msa Gironde",
     "du lundi au vendredi, de 7 h 30 à 18 h 30 | fermé en août"],
    ["33-0143", "Les Lilas", "laep", "33", "Blaye", "2 vitrophanies rondes 150\n1 affiche-a3", "", "4-vis", "", "", "", "",
     ""],
    ["33-0144", "Le Nid", "mam", "33", "Bourg", "plaque-30x20", "", "", "", "", "text-contrast", "", ""],
    ["33-0144", "Le Nid bis", "mam", "33", "Bourg", "", "interieur", "", "", "", "", "", ""],
])

# A table of floating numbers: an index without a title, `.0` behind every figure.
csv_file("nombres-flottants.csv", [
    ["", "nom", "type", "caf", "cp", "commune", "tel", "capacite", "id"],
    ["0", "Les Dauphins", "crèche", "17.0", "17000.0", "La Rochelle", "546000000.0", "30.0", "170001.0"],
    ["1", "Les Mouettes", "alsh", "17.0", "17340.0", "Châtelaillon-Plage", "", "", "170002.0"],
], delimiter=",", eol="\n")

# A sheet that went through Excel too often.
text_file("passe-par-excel.csv", "\ufeffsep=;\r\n" + "\r\n".join([
    "Nom;Type;Caf;Adresse;CP;Ville;Tél;Places;Horaires;Site",
    "CrÃ¨che de lâ€™Ã‰tang;creche;01;3 rue du Four;=\"01000\";Bourg-en-Bresse;4,74E+08;12-janv;8h-18h;exemple.fr",
    "  Les   P'tits  Loups ;alsh;1;5 rue X;1100;Oyonnax;474000000;45;45231;",
    "\"=HYPERLINK(\"\"http://exemple.fr\"\";\"\"Le Moulin\"\")\";laep;01;<b>place</b> du Four;01000;Bourg-en-Bresse;'0474000001;#N/A;;",
    "../../etc/passwd;alsh;01;*alias;01000;Bourg-en-Bresse;néant;-;;",
    "Crèche; Les Lilas;crèche;01;rue X;01000;Bourg-en-Bresse;;12;;lilas.example",
]) + "\r\n")

# Types with a code before their label.
csv_file("types-codes.csv", [
    ["Nom", "Type d'équipement", "Caf", "Adresse", "Commune"],
    ["Les Goélands", "C111-Crèche collective municipale", "29", "2 rue de Siam", "Brest"],
    ["L'Îlot", "C411-Accueil parent enfant", "29", "8 rue Jean-Jaurès", "Brest"],
    ["Ti Bugel", "Crèche parentale", "Caf du Finistere", "1 place Guérin", "Brest"],
])

# Titles nobody else uses, mapped by colonnes.yaml.
csv_file("titres-maison.csv", [
    ["Étiquette", "Quoi", "Où ça", "N", "Rue de", "Resp.", "Caf 1"],
    ["Les Cigales", "Crèche", "84000 Avignon", "12", "la République", "Mme Blanc", "84"],
])
text_file("titres-maison.yaml", """Étiquette: nom
type: Quoi
adresse.commune: Où ça
adresse.voie: [N, Rue de]
Resp.: ignorer
Caf 1: caf
""")

# A workbook as offices send them: merged title, hidden and filtered rows, numbers where figures were meant, a formula.
book = workbook()
sheet = book.active
sheet.title = "Conventions 2026"
sheet["A1"] = "Structures conventionnées au 1er janvier 2026"
sheet.merge_cells("A1:H1")
sheet["A1"].font = Font(bold=True, size=14)
sheet.append([])
sheet.append(["Nom de la\nstructure", "Type", "Caf", "Adresse", "CP", "Ville", "Téléphone", "Statut", "Vitrophanie A5"])
sheet.append(["Crèche Les Lutins", "crèche", 1, "3 rue du Four", 1000, "BOURG EN BRESSE", 474000000, "ouverte", 2])
sheet.append(["Les Écureuils", "micro-crèche", 1, "5 rue Haute", 1100, "Oyonnax", "04 74 00 00 01", "Fermée", 1])
sheet.append(["Ludothèque du Parc", "ludothèque", 1, "=\"2 \"&\"rue Basse\"", "01100", "Oyonnax", "", "ouverte", 1])
sheet.append(["Ancienne halte", "halte-garderie", 1, "1 rue Basse", "01100", "Oyonnax", "", "ouverte", 1])
sheet.append(["Rpe du Haut-Bugey", "RPE", 1, None, None, None, None, "suspendue en 2026", 1])
sheet.append(["TOTAL", None, None, None, None, None, None, None, 6])
sheet.row_dimensions[7].hidden = True
book.save(HERE / "conventions.xlsx")

# Two header rows: codes, then what they mean; two towns; dates where there should be none.
book = workbook()
sheet = book.active
sheet.title = "Export"
sheet.append(["EQUIP_NOM", "EQUIP_TYPE", "caf", "ADR_CODEPOSTAL", "ADR_COMMUNE", "Commune", "capacite", "horaires"])
sheet.append(["Nom", "Type", "Caf", "Code postal", "Commune", "Commune", "Capacité", "Horaires"])
sheet.append(["Le Phare", "centre social", "29", "29200", "Brest", "Brest", datetime.date(2026, 1, 12), "8 h-18 h"])
book.save(HERE / "deux-titres.xlsx")

# An ODS with partners and logos in numbered columns.
document = OpenDocumentSpreadsheet()
table = Table(name="Partenaires")
for cells in [
    ["Nom", "Type", "Caf", "Commune", "Partenaire 1", "Logo 1", "Partenaire 2", "Site internet", "Contact"],
    ["Maison de la Parentalité", "laep", "67", "Strasbourg", "Ville de Strasbourg", "logos/strasbourg.svg", "Msa d’Alsace",
     "parentalite.example", "maison@parentalite.example"],
    ["Espace Rencontre", "espace de rencontre", "68", "Mulhouse", "", "", "", "", "03 89 00 00 00"],
]:
    row = TableRow()
    for cell in cells:
        holder = TableCell(valuetype="string")
        holder.addElement(P(text=cell))
        row.addElement(holder)
    table.addElement(row)
document.spreadsheet.addElement(table)
document.save(str(HERE / "partenaires.ods"))
