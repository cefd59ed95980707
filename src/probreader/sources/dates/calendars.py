"""How each language names months and weekdays, and the little words it puts into a date.

In a row, names of one month or weekday are parted by spaces, months and weekdays by ``|``; ``_`` stands for a space
inside a name. Names of languages that write them small may also stand with a capital, and all in capitals.
"""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Calendar:
    """One language's words in dates."""

    codes: str
    """BCP 47 tags, parted by spaces."""
    months: str
    """Twelve months, each in every form in which it stands in dates: nominative, genitive, short."""
    weekdays: str
    """All forms of all weekdays, and other words that may stand in front of a date."""
    joins: str
    """Words between the parts of a date, or between date and time."""
    dotted: bool = False
    """True where a day has a dot behind it; tells languages apart that name different months alike."""
    native_digits: bool = False
    """True where digits may be the script's own."""
    era: int = 0
    """Years that the language's own era is ahead of the common one, where it is used."""


CALENDARS = (
    Calendar(
        "en",
        "January Jan | February Feb | March Mar | April Apr | May | June Jun | July Jul | August Aug | "
        "September Sep Sept | October Oct | November Nov | December Dec",
        "Monday Mon Tuesday Tue Tues Wednesday Wed Thursday Thu Thur Thurs Friday Fri Saturday Sat Sunday Sun",
        "at on of the",
    ),
    Calendar(
        "de",
        "Januar Jänner Jan | Februar Feber Feb | März Mär Mrz Maerz | April Apr | Mai | Juni Jun | Juli Jul | "
        "August Aug | September Sep Sept | Oktober Okt | November Nov | Dezember Dez",
        "Montag Mo Dienstag Di Mittwoch Mi Donnerstag Do Freitag Fr Samstag Sa Sonnabend Sonntag So",
        "um am den vom",
        dotted=True,
    ),
    Calendar(
        "nl",
        "januari jan | februari feb febr | maart mrt | april apr | mei | juni jun | juli jul | augustus aug | "
        "september sep sept | oktober okt | november nov | december dec",
        "maandag ma dinsdag di woensdag wo donderdag do vrijdag vr zaterdag za zondag zo",
        "om op",
    ),
    Calendar(
        "sv",
        "januari jan | februari feb febr | mars mar | april apr | maj | juni jun | juli jul | augusti aug | "
        "september sep sept | oktober okt | november nov | december dec",
        "måndag mån tisdag tis tisd onsdag ons torsdag tors fredag fre lördag lör söndag sön",
        "kl klockan den",
    ),
    Calendar(
        "no nb",
        "januar jan | februar feb | mars mar | april apr | mai | juni jun | juli jul | august aug | "
        "september sep sept | oktober okt | november nov | desember des",
        "mandag man tirsdag tirs tir onsdag ons torsdag tors tor fredag fre lørdag lør søndag søn",
        "kl klokken den",
        dotted=True,
    ),
    Calendar(
        "da",
        "januar jan | februar feb | marts mar | april apr | maj | juni jun | juli jul | august aug | "
        "september sep sept | oktober okt | november nov | december dec",
        "mandag man tirsdag tirs onsdag ons torsdag tors fredag fre lørdag lør søndag søn",
        "kl klokken den",
        dotted=True,
    ),
    Calendar(
        "fr",
        "janvier janv jan | février févr fév fevrier | mars mar | avril avr | mai | juin | juillet juil | août aout | "
        "septembre sept sep | octobre oct | novembre nov | décembre déc decembre dec",
        "lundi lun mardi mar mercredi mer jeudi jeu vendredi ven samedi sam dimanche dim",
        "à le a",
    ),
    Calendar(
        "es",
        "enero ene | febrero feb | marzo mar | abril abr | mayo may | junio jun | julio jul | agosto ago | "
        "septiembre setiembre sept sep set | octubre oct | noviembre nov | diciembre dic",
        "lunes lun martes mar miércoles mié jueves jue viernes vie sábado sáb domingo dom",
        "de del a las la el",
    ),
    Calendar(
        "it",
        "gennaio gen | febbraio feb | marzo mar | aprile apr | maggio mag | giugno giu | luglio lug | agosto ago | "
        "settembre set sett | ottobre ott | novembre nov | dicembre dic",
        "lunedì lun martedì mar mercoledì mer giovedì gio venerdì ven sabato sab domenica dom",
        "alle ore alle_ore il del",
    ),
    Calendar(
        "pt pt-BR pt-PT",
        "janeiro jan | fevereiro fev | março mar | abril abr | maio mai | junho jun | julho jul | agosto ago | "
        "setembro set | outubro out | novembro nov | dezembro dez",
        "segunda-feira segunda seg terça-feira terça ter quarta-feira quarta qua quinta-feira quinta qui "
        "sexta-feira sexta sex sábado sáb domingo dom",
        "de às à as em",
    ),
    Calendar(
        "ca",
        "gener gen | febrer febr feb | març mar | abril abr | maig mai | juny jun | juliol jul | agost ag ago | "
        "setembre set | octubre oct | novembre nov | desembre des",
        "dilluns dl dimarts dt dimecres dc dijous dj divendres dv dissabte ds diumenge dg",
        "de d del a les el",
    ),
    Calendar(
        "ro",
        "ianuarie ian | februarie feb | martie mar | aprilie apr | mai | iunie iun | iulie iul | august aug | "
        "septembrie sept sep | octombrie oct | noiembrie nov noi | decembrie dec",
        "luni lun marți marţi mar miercuri mie joi vineri vin sâmbătă sâm duminică dum",
        "la ora",
    ),
    Calendar(
        "pl",
        "styczeń stycznia sty | luty lutego lut | marzec marca mar | kwiecień kwietnia kwi | maj maja | "
        "czerwiec czerwca cze | lipiec lipca lip | sierpień sierpnia sie | wrzesień września wrz | "
        "październik października paź | listopad listopada lis | grudzień grudnia gru",
        "poniedziałek pon wtorek wt środa śr czwartek czw piątek pt sobota sob niedziela niedz",
        "o godz godzina dnia",
    ),
    Calendar(
        "ru",
        "январь января янв | февраль февраля фев февр | март марта мар | апрель апреля апр | май мая | "
        "июнь июня июн | июль июля июл | август августа авг | сентябрь сентября сен сент | "
        "октябрь октября окт | ноябрь ноября ноя нояб | декабрь декабря дек",
        "понедельник пн вторник вт среда ср четверг чт пятница пт суббота сб воскресенье вс",
        "в",
    ),
    Calendar(
        "uk",
        "січень січня січ | лютий лютого лют | березень березня бер | квітень квітня кві квіт | травень травня тра | "
        "червень червня чер черв | липень липня лип | серпень серпня сер серп | вересень вересня вер | "
        "жовтень жовтня жов жовт | листопад листопада лис | грудень грудня гру груд",
        "понеділок пн вівторок вт середа ср четвер чт пʼятниця п’ятниця п'ятниця пт субота сб неділя нд",
        "о об в у",
    ),
    Calendar(
        "cs",
        "leden ledna led | únor února úno | březen března bře | duben dubna dub | květen května kvě | "
        "červen června čvn | červenec července čvc | srpen srpna srp | září zář | říjen října říj | "
        "listopad listopadu lis | prosinec prosince pro",
        "pondělí po úterý út středa st čtvrtek čt pátek pá sobota so neděle ne",
        "v ve dne",
        dotted=True,
    ),
    Calendar(
        "sk",
        "január januára jan | február februára feb | marec marca mar | apríl apríla apr | máj mája | jún júna | "
        "júl júla | august augusta aug | september septembra sep | október októbra okt | "
        "november novembra nov | december decembra dec",
        "pondelok po utorok ut streda st štvrtok št piatok pi sobota so nedeľa ne",
        "o dňa",
        dotted=True,
    ),
    Calendar(
        "bg",
        "януари яну | февруари фев | март мар | април апр | май | юни | юли | август авг | септември сеп септ | "
        "октомври окт | ноември ное ноем | декември дек",
        "понеделник пн вторник вт сряда ср четвъртък чт петък пт събота сб неделя нд",
        "в от",
    ),
    Calendar(
        "hr",
        "siječanj siječnja sij | veljača veljače velj | ožujak ožujka ožu | travanj travnja tra | "
        "svibanj svibnja svi | lipanj lipnja lip | srpanj srpnja srp | kolovoz kolovoza kol | rujan rujna ruj | "
        "listopad listopada lis | studeni studenoga studenog stu | prosinac prosinca pro",
        "ponedjeljak pon utorak uto srijeda sri četvrtak čet petak pet subota sub nedjelja ned",
        "u",
        dotted=True,
    ),
    Calendar(
        "sr",
        "јануар јан januar jan | фебруар феб februar feb | март мар mart mar | април апр april apr | мај maj | "
        "јун јуни jun juni | јул јули jul juli | август авг avgust avg | септембар сеп септ septembar sep | "
        "октобар окт oktobar okt | новембар нов novembar nov | децембар дец decembar dec",
        "понедељак пон уторак уто среда сре четвртак чет петак пет субота суб недеља нед "
        "ponedeljak pon utorak uto sreda sre četvrtak čet petak pet subota sub nedelja ned",
        "у u",
        dotted=True,
    ),
    Calendar(
        "el",
        "Ιανουάριος Ιανουαρίου Ιαν | Φεβρουάριος Φεβρουαρίου Φεβ | Μάρτιος Μαρτίου Μαρ Μάρ | "
        "Απρίλιος Απριλίου Απρ | Μάιος Μαΐου Μαϊ Μάι Μαΐ | Ιούνιος Ιουνίου Ιουν Ιούν | Ιούλιος Ιουλίου Ιουλ Ιούλ | "
        "Αύγουστος Αυγούστου Αυγ Αύγ | Σεπτέμβριος Σεπτεμβρίου Σεπ Σεπτ | Οκτώβριος Οκτωβρίου Οκτ | "
        "Νοέμβριος Νοεμβρίου Νοε Νοέ | Δεκέμβριος Δεκεμβρίου Δεκ",
        "Δευτέρα Δευ Τρίτη Τρί Τρι Τετάρτη Τετ Πέμπτη Πέμ Πεμ Παρασκευή Παρ Σάββατο Σάβ Σαβ Κυριακή Κυρ",
        "στις στη",
    ),
    Calendar(
        "hu",
        "január jan | február febr feb | március márc | április ápr | május máj | június jún | július júl | "
        "augusztus aug | szeptember szept | október okt | november nov | december dec",
        "hétfő kedd szerda csütörtök péntek szombat vasárnap",
        "",
        dotted=True,
    ),
    Calendar(
        "fi",
        "tammikuuta tammikuu tammi | helmikuuta helmikuu helmi | maaliskuuta maaliskuu maalis | "
        "huhtikuuta huhtikuu huhti | toukokuuta toukokuu touko | kesäkuuta kesäkuu kesä | "
        "heinäkuuta heinäkuu heinä | elokuuta elokuu elo | syyskuuta syyskuu syys | lokakuuta lokakuu loka | "
        "marraskuuta marraskuu marras | joulukuuta joulukuu joulu",
        "maanantai maanantaina ma tiistai tiistaina ti keskiviikko keskiviikkona ke torstai torstaina to "
        "perjantai perjantaina pe lauantai lauantaina la sunnuntai sunnuntaina su",
        "klo kello",
        dotted=True,
    ),
    Calendar(
        "tr",
        "Ocak Oca | Şubat Şub | Mart Mar | Nisan Nis | Mayıs May | Haziran Haz | Temmuz Tem | Ağustos Ağu | "
        "Eylül Eyl | Ekim Eki | Kasım Kas | Aralık Ara",
        "Pazartesi Pzt Salı Sal Çarşamba Çar Perşembe Per Cuma Cum Cumartesi Cmt Pazar Paz",
        "saat",
    ),
    Calendar(
        "id",
        "Januari Jan | Februari Feb | Maret Mar | April Apr | Mei | Juni Jun | Juli Jul | Agustus Agu Agt Agst | "
        "September Sep | Oktober Okt | November Nov | Desember Des",
        "Senin Sen Selasa Sel Rabu Rab Kamis Kam Jumat Jum'at Jum Sabtu Sab Minggu Min Ahad",
        "pukul pada",
    ),
    Calendar(
        "vi",
        "tháng_1 tháng_01 tháng_Một | tháng_2 tháng_02 tháng_Hai | tháng_3 tháng_03 tháng_Ba | "
        "tháng_4 tháng_04 tháng_Tư | tháng_5 tháng_05 tháng_Năm | tháng_6 tháng_06 tháng_Sáu | "
        "tháng_7 tháng_07 tháng_Bảy | tháng_8 tháng_08 tháng_Tám | tháng_9 tháng_09 tháng_Chín | "
        "tháng_10 tháng_Mười | tháng_11 tháng_Mười_Một | tháng_12 tháng_Mười_Hai",
        "Thứ_Hai Thứ_Ba Thứ_Tư Thứ_Năm Thứ_Sáu Thứ_Bảy Chủ_Nhật Thứ_hai Thứ_ba Thứ_tư Thứ_năm Thứ_sáu Thứ_bảy "
        "Chủ_nhật ngày",
        "lúc vào năm",
    ),
    Calendar(
        "th",
        "มกราคม ม.ค. | กุมภาพันธ์ ก.พ. | มีนาคม มี.ค. | เมษายน เม.ย. | พฤษภาคม พ.ค. | มิถุนายน มิ.ย. | "
        "กรกฎาคม ก.ค. | สิงหาคม ส.ค. | กันยายน ก.ย. | ตุลาคม ต.ค. | พฤศจิกายน พ.ย. | ธันวาคม ธ.ค.",
        "วันจันทร์ วันอังคาร วันพุธ วันพฤหัสบดี วันศุกร์ วันเสาร์ วันอาทิตย์ วันจันทร์ที่ วันอังคารที่ วันพุธที่ วันพฤหัสบดีที่ วันศุกร์ที่ วันเสาร์ที่ วันอาทิตย์ที่",
        "เวลา พ.ศ. ค.ศ. ที่",
        native_digits=True,
        era=543,
    ),
    Calendar(
        "hi",
        "जनवरी जन॰ | फ़रवरी फरवरी फ़र॰ | मार्च | अप्रैल | मई | जून | जुलाई | अगस्त | सितंबर सितम्बर सित॰ | "
        "अक्टूबर अक्तूबर अक्टू॰ | नवंबर नवम्बर नव॰ | दिसंबर दिसम्बर दिस॰",
        "सोमवार सोम मंगलवार मंगल बुधवार बुध गुरुवार गुरु बृहस्पतिवार शुक्रवार शुक्र शनिवार शनि रविवार रवि",
        "को पर बजे",
        native_digits=True,
    ),
    Calendar(
        "ar",
        "يناير كانون_الثاني جانفي | فبراير شباط فيفري | مارس آذار | أبريل إبريل ابريل نيسان أفريل | مايو أيار ماي | "
        "يونيو يونيه حزيران جوان | يوليو يوليه تموز جويلية | أغسطس اغسطس آب أوت | سبتمبر أيلول | "
        "أكتوبر اكتوبر تشرين_الأول | نوفمبر تشرين_الثاني | ديسمبر كانون_الأول",
        "الاثنين الإثنين الثلاثاء الأربعاء الخميس الجمعة السبت الأحد",
        "في الساعة",
        native_digits=True,
    ),
    Calendar(
        "he iw",
        "ינואר בינואר ינו | פברואר בפברואר פבר | מרץ במרץ מרס במרס | אפריל באפריל אפר | מאי במאי | יוני ביוני יונ | "
        "יולי ביולי יול | אוגוסט באוגוסט אוג | ספטמבר בספטמבר ספט | אוקטובר באוקטובר אוק | נובמבר בנובמבר נוב | "
        "דצמבר בדצמבר דצמ",
        "יום_שני יום_שלישי יום_רביעי יום_חמישי יום_שישי יום_שבת שבת יום_ראשון",
        "בשעה",
    ),
    Calendar(
        "fa",
        "ژانویه ژانویهٔ | فوریه فوریهٔ | مارس | آوریل | مه مهٔ می | ژوئن | ژوئیه ژوئیهٔ جولای | اوت آگوست | "
        "سپتامبر | اکتبر | نوامبر | دسامبر",
        "دوشنبه سه‌شنبه چهارشنبه پنجشنبه پنج‌شنبه جمعه شنبه یکشنبه",
        "در ساعت",
        native_digits=True,
    ),
)
"""Korean, Japanese and Chinese number their months; see ``east_asian``."""
