"""Dates in every language: by hand, and by a small formatter of the test's own that is read back."""

from dataclasses import dataclass
from datetime import datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from probreader.sources.dates import read_date, read_moment, split_glued

DAY, TIME = "2019-05-19", "2019-05-19T10:45"
BY_HAND = {
    "Sunday, 19 May 2019": DAY,
    "Sunday, May 19, 2019": DAY,
    "May 19th, 2019 at 10:45 am": TIME,
    "10:45 AM, May 19, 2019": TIME,
    "Sonntag, 19. Mai 2019": DAY,
    "Sonntag, Mai 19, 2019 10:45:00 AM": "2019-05-19T10:45:00",
    "19. Mai 2019 um 10:45": TIME,
    "19. Mai 2019 um 10:45 Uhr": TIME,
    "zondag 19 mei 2019": DAY,
    "19 mei 2019 om 10:45": TIME,
    "söndag 19 maj 2019": DAY,
    "19 maj 2019 kl. 10:45": TIME,
    "søndag 19. mai 2019": DAY,
    "19. mai 2019 kl. 10:45": TIME,
    "søndag den 19. maj 2019": DAY,
    "19. maj 2019 kl. 10.45": TIME,
    "dimanche 19 mai 2019": DAY,
    "19 mai 2019 à 10:45": TIME,
    "19 mai 2019 à 10\N{NO-BREAK SPACE}h\N{NO-BREAK SPACE}45": TIME,
    "1er mai 2019": "2019-05-01",
    "domingo, 19 de mayo de 2019": DAY,
    "19 de mayo de 2019, 10:45": TIME,
    "19 de mayo de 2019 a las 10:45 a. m.": TIME,
    "domenica 19 maggio 2019": DAY,
    "19 maggio 2019 alle ore 10:45": TIME,
    "domingo, 19 de maio de 2019": DAY,
    "19 de maio de 2019 às 10:45": TIME,
    "19 de maio de 2019 às 10h45": TIME,
    "diumenge, 19 de maig de 2019": DAY,
    "19 d’abril de 2019, a les 10:45": "2019-04-19T10:45",
    "duminică, 19 mai 2019": DAY,
    "19 mai 2019 la 10:45": TIME,
    "niedziela, 19 maja 2019": DAY,
    "19 maja 2019 10:45": TIME,
    "воскресенье, 19 мая 2019 г.": DAY,
    "19 мая 2019 г. в 10:45": TIME,
    "неділя, 19 травня 2019 р.": DAY,
    "19 травня 2019 р. о 10:45": TIME,
    "neděle 19. května 2019": DAY,
    "19. května 2019 v 10:45": TIME,
    "nedeľa 19. mája 2019": DAY,
    "19. mája 2019 o 10:45": TIME,
    "неделя, 19 май 2019 г.": DAY,
    "19 май 2019 г. в 10:45 ч.": TIME,
    "nedjelja, 19. svibnja 2019.": DAY,
    "19. svibnja 2019. u 10:45": TIME,
    "недеља, 19. мај 2019.": DAY,
    "19. мај 2019. 10:45": TIME,
    "Κυριακή 19 Μαΐου 2019": DAY,
    "19 Μαΐου 2019 - 10:45 π.μ.": TIME,
    "2019. május 19., vasárnap": DAY,
    "2019. május 19. 10:45": TIME,
    "sunnuntai 19. toukokuuta 2019": DAY,
    "19. toukokuuta 2019 klo 10.45": TIME,
    "19 Mayıs 2019 Pazar": DAY,
    "19 Mayıs 2019 10:45": TIME,
    "Minggu, 19 Mei 2019": DAY,
    "19 Mei 2019 pukul 10.45": TIME,
    "Chủ Nhật, 19 tháng 5, 2019": DAY,
    "lúc 10:45 19 tháng 5, 2019": TIME,
    "วันอาทิตย์ที่ 19 พฤษภาคม พ.ศ. 2562": DAY,
    "19 พฤษภาคม 2562 เวลา 10:45": TIME,
    "रविवार, 19 मई 2019": DAY,
    "19 मई 2019 को 10:45 am": TIME,
    "الأحد، 19 مايو 2019": DAY,
    "19 مايو 2019 في 10:45 ص": TIME,
    "١٩ مايو ٢٠١٩": DAY,
    "יום ראשון, 19 במאי 2019": DAY,
    "19 במאי 2019 בשעה 10:45": TIME,
    "۱۹ مهٔ ۲۰۱۹": DAY,
    "2019년 5월 19일 일요일": DAY,
    "2019년 5월 19일 오전 10:45": TIME,
    "2019년 5월 19일 일요일 오전 10:45": TIME,
    "2019年5月19日日曜日": DAY,
    "2019年5月19日 10:45": TIME,
    "2019年5月19日星期日": DAY,
    "2019年5月19日 上午10:45": TIME,
    "2019/5/19 上午 10:45": TIME,
    # The American pattern in other languages.
    "일요일, 5월 19, 2019": DAY,
    "日曜日, 5月 19, 2019": DAY,
    "星期日, 五月 19, 2019": DAY,
    "星期六, 十二月 19, 2020": "2020-12-19",
    "週日, 5月 19, 2019": DAY,
    "5月 19, 2019 10:45:00 上午": "2019-05-19T10:45:00",
    "diumenge, d’abril 19, 2019": "2019-04-19",
    "domenica, maggio 19, 2019": DAY,
    "Chủ Nhật, tháng 5 19, 2019": DAY,
    "May 21st, 2019 at 10:45": "2019-05-21T10:45",
    "19.5.2019 klo 10.45": TIME,
    "19/05/2019 10:45": TIME,
    "5/19/2019 10:45 AM": TIME,
    "2019-05-19 10:45": TIME,
    "2019-05-19T10:45:12+01:00": "2019-05-19T10:45:12+01:00",
    "19 May 2019 10:45 UTC": "2019-05-19T10:45+00:00",
    "19 May 2019 10:45 GMT+5:30": "2019-05-19T10:45+05:30",
    "19 May 2019 10:45 CEST": TIME,
    "28/01/08 21:53": "2008-01-28T21:53",
    # Themes that are translated in part.
    "19 mayo, 2019 at 10:45 am": TIME,
    "19. Mai 2019 at 10:45": TIME,
    "May 19, 2019 à 10:45": TIME,
    "19 May 2019 um 10:45": TIME,
    "2019/05/19 at 10:45": TIME,
    "19-May-2019 10:45": TIME,
    "May 19, 2019 | 10:45": TIME,
    "19 May, 2019 @ 10:45": TIME,
    "Sun, 19 May 2019 10:45:00 GMT": "2019-05-19T10:45:00+00:00",
    "28/01/70 21:53": "1970-01-28T21:53",
}


@pytest.mark.parametrize(("line", "iso"), BY_HAND.items(), ids=BY_HAND)
def test_a_date_in_any_language(line: str, iso: str) -> None:
    for dated in (read_date(line), read_moment(line), read_date(line.replace(" ", "\N{NARROW NO-BREAK SPACE}"))):
        assert dated is not None
        assert dated.timestamp is not None
        assert dated.timestamp.iso == iso
        assert not dated.ambiguous
        assert dated.raw == " ".join(line.split())


@pytest.mark.parametrize("line", [line for line, iso in BY_HAND.items() if "T" in iso])
def test_a_name_glued_to_a_date_in_any_language(line: str) -> None:
    glued = split_glued(f"Ada Byron{line}")
    assert glued is not None
    assert glued[0] == "Ada Byron"
    assert glued[1] == read_date(line)


@pytest.mark.parametrize(
    ("text", "iso"),
    [
        ("2:40 PM", "T14:40"),
        ("2:40\N{NARROW NO-BREAK SPACE}PM", "T14:40"),
        ("12:05 a. m.", "T00:05"),
        ("14:40:09", "T14:40:09"),
        ("오후 2:40", "T14:40"),
        ("下午2:40", "T14:40"),
        ("午前 0:30", "T00:30"),
        ("7:35 μ.μ.", "T19:35"),
        ("12 h 39", "T12:39"),
        ("13:00 PM", None),
        ("24:00", None),
    ],
)
def test_a_time_alone_invents_no_date(text: str, iso: str | None) -> None:
    moment = read_moment(text)
    assert moment is not None
    assert (moment.timestamp and moment.timestamp.iso) == iso
    assert moment.form == "time"
    assert read_date(text) is None


@pytest.mark.parametrize("text", ["on May 19, 2019 at 10:45 AM", "am 19. Mai 2019 um 10:45", "le 19 mai 2019 à 10:45"])
def test_a_little_word_may_stand_before_a_moment(text: str) -> None:
    moment = read_moment(text)
    assert moment is not None
    assert moment.timestamp is not None
    assert moment.timestamp.iso == TIME
    assert read_date(text) is None


@pytest.mark.parametrize(
    "line",
    [
        "1.2.03",
        "12-05-08",
        "3.10",
        "1.30",
        "12",
        "2019",
        "10 2019",
        "May 10",
        "12 things",
        "to 5 May 2019",
        "²/3/2019",
        "5 мая May 2019",
    ],
)
def test_numbers_of_other_kinds_are_no_dates(line: str) -> None:
    assert read_date(line) is None
    assert read_moment(line) is None


def test_a_month_of_the_same_name_is_told_by_how_the_day_is_written() -> None:
    polish, croatian = read_date("19 listopada 2019"), read_date("19. listopada 2019.")
    assert polish is not None
    assert polish.timestamp is not None
    assert polish.timestamp.iso == "2019-11-19"
    assert croatian is not None
    assert croatian.timestamp is not None
    assert croatian.timestamp.iso == "2019-10-19"


@dataclass(frozen=True)
class Style:
    """How one language's blog writes a time; the formatter's own tables, one name a month."""

    code: str
    months: str
    form: str
    half: tuple[str, str] | None = None


STYLES = [
    Style(
        "en",
        "January February March April May June July August September October November December",
        "{M} {d}, {y} at {h}:{m} {p}",
        ("AM", "PM"),
    ),
    Style(
        "en-GB",
        "January February March April May June July August September October November December",
        "{d} {M} {y} at {H}:{m}",
    ),
    Style(
        "de",
        "Januar Februar März April Mai Juni Juli August September Oktober November Dezember",
        "{d}. {M} {y} um {H}:{m}",
    ),
    Style(
        "nl",
        "januari februari maart april mei juni juli augustus september oktober november december",
        "{d} {M} {y} om {H}:{m}",
    ),
    Style(
        "sv",
        "januari februari mars april maj juni juli augusti september oktober november december",
        "{d} {M} {y} kl. {H}:{m}",
    ),
    Style(
        "no",
        "januar februar mars april mai juni juli august september oktober november desember",
        "{d}. {M} {y} kl. {H}:{m}",
    ),
    Style(
        "da",
        "januar februar marts april maj juni juli august september oktober november december",
        "{d}. {M} {y} kl. {H}.{m}",
    ),
    Style(
        "fr",
        "janvier février mars avril mai juin juillet août septembre octobre novembre décembre",
        "{d} {M} {y} à {H}\N{NO-BREAK SPACE}h\N{NO-BREAK SPACE}{m}",
    ),
    Style(
        "es",
        "enero febrero marzo abril mayo junio julio agosto septiembre octubre noviembre diciembre",
        "{d} de {M} de {y}, {h}:{m} {p}",
        ("a. m.", "p. m."),
    ),
    Style(
        "it",
        "gennaio febbraio marzo aprile maggio giugno luglio agosto settembre ottobre novembre dicembre",
        "{d} {M} {y} alle ore {H}:{m}",
    ),
    Style(
        "pt",
        "janeiro fevereiro março abril maio junho julho agosto setembro outubro novembro dezembro",
        "{d} de {M} de {y} às {H}:{m}",
    ),
    Style(
        "ca",
        "gener febrer març abril maig juny juliol agost setembre octubre novembre desembre",
        "{d} de {M} de {y} a les {H}:{m}",
    ),
    Style(
        "ro",
        "ianuarie februarie martie aprilie mai iunie iulie august septembrie octombrie noiembrie decembrie",
        "{d} {M} {y} la {H}:{m}",
    ),
    Style(
        "pl",
        "stycznia lutego marca kwietnia maja czerwca lipca sierpnia września października listopada grudnia",
        "{d} {M} {y} {H}:{m}",
    ),
    Style(
        "ru",
        "января февраля марта апреля мая июня июля августа сентября октября ноября декабря",
        "{d} {M} {y} г. в {H}:{m}",
    ),
    Style(
        "uk",
        "січня лютого березня квітня травня червня липня серпня вересня жовтня листопада грудня",
        "{d} {M} {y} р. о {H}:{m}",
    ),
    Style(
        "cs",
        "ledna února března dubna května června července srpna září října listopadu prosince",
        "{d}. {M} {y} v {H}:{m}",
    ),
    Style(
        "sk",
        "januára februára marca apríla mája júna júla augusta septembra októbra novembra decembra",
        "{d}. {M} {y} o {H}:{m}",
    ),
    Style(
        "bg",
        "януари февруари март април май юни юли август септември октомври ноември декември",
        "{d} {M} {y} г. в {H}:{m}",
    ),
    Style(
        "hr",
        "siječnja veljače ožujka travnja svibnja lipnja srpnja kolovoza rujna listopada studenoga prosinca",
        "{d}. {M} {y}. u {H}:{m}",
    ),
    Style(
        "sr",
        "јануар фебруар март април мај јун јул август септембар октобар новембар децембар",
        "{d}. {M} {y}. {H}:{m}",
    ),
    Style(
        "el",
        "Ιανουαρίου Φεβρουαρίου Μαρτίου Απριλίου Μαΐου Ιουνίου "
        "Ιουλίου Αυγούστου Σεπτεμβρίου Οκτωβρίου Νοεμβρίου Δεκεμβρίου",
        "{d} {M} {y} - {h}:{m} {p}",
        ("π.μ.", "μ.μ."),
    ),
    Style(
        "hu",
        "január február március április május június július augusztus szeptember október november december",
        "{y}. {M} {d}. {H}:{m}",
    ),
    Style(
        "fi",
        "tammikuuta helmikuuta maaliskuuta huhtikuuta toukokuuta kesäkuuta "
        "heinäkuuta elokuuta syyskuuta lokakuuta marraskuuta joulukuuta",
        "{d}. {M} {y} klo {H}.{m}",
    ),
    Style(
        "tr",
        "Ocak Şubat Mart Nisan Mayıs Haziran Temmuz Ağustos Eylül Ekim Kasım Aralık",
        "{d} {M} {y} {H}:{m}",
    ),
    Style(
        "id",
        "Januari Februari Maret April Mei Juni Juli Agustus September Oktober November Desember",
        "{d} {M} {y} pukul {H}.{m}",
    ),
    Style(
        "vi",
        "tháng_1 tháng_2 tháng_3 tháng_4 tháng_5 tháng_6 tháng_7 tháng_8 tháng_9 tháng_10 tháng_11 tháng_12",
        "lúc {H}:{m} {d} {M}, {y}",
    ),
    Style(
        "th",
        "มกราคม กุมภาพันธ์ มีนาคม เมษายน พฤษภาคม มิถุนายน กรกฎาคม สิงหาคม กันยายน ตุลาคม พฤศจิกายน ธันวาคม",
        "{d} {M} {b} เวลา {H}:{m}",
    ),
    Style(
        "hi",
        "जनवरी फ़रवरी मार्च अप्रैल मई जून जुलाई अगस्त सितंबर अक्टूबर नवंबर दिसंबर",
        "{d} {M} {y} को {h}:{m} {p}",
        ("am", "pm"),
    ),
    Style(
        "ar",
        "يناير فبراير مارس أبريل مايو يونيو يوليو أغسطس سبتمبر أكتوبر نوفمبر ديسمبر",
        "{d} {M} {y} في {h}:{m} {p}",
        ("ص", "م"),
    ),
    Style(
        "he",
        "בינואר בפברואר במרץ באפריל במאי ביוני ביולי באוגוסט בספטמבר באוקטובר בנובמבר בדצמבר",
        "{d} {M} {y} בשעה {H}:{m}",
    ),
    Style(
        "fa",
        "ژانویهٔ فوریهٔ مارس آوریل مهٔ ژوئن ژوئیهٔ اوت سپتامبر اکتبر نوامبر دسامبر",
        "{d} {M} {y} ساعت {H}:{m}",
    ),
    Style("ko", "1 2 3 4 5 6 7 8 9 10 11 12", "{y}년 {M}월 {d}일 {p} {h}:{m}", ("오전", "오후")),
    Style("ja", "1 2 3 4 5 6 7 8 9 10 11 12", "{y}年{M}月{d}日 {H}:{m}"),
    Style("zh", "1 2 3 4 5 6 7 8 9 10 11 12", "{y}年{M}月{d}日 {p}{h}:{m}", ("上午", "下午")),
]


def written(style: Style, moment: datetime) -> str:
    return style.form.format(
        M=style.months.split()[moment.month - 1].replace("_", " "),
        d=moment.day,
        y=moment.year,
        b=moment.year + 543,
        H=moment.hour,
        h=(moment.hour - 1) % 12 + 1,
        m=f"{moment.minute:02}",
        p=style.half[moment.hour // 12] if style.half else "",
    )


MOMENTS = st.datetimes(datetime.fromisoformat("1970-01-01"), datetime.fromisoformat("2099-12-31")).map(
    lambda moment: moment.replace(second=0, microsecond=0)
)
EDGES = [
    *(f"2020-{month:02}-28T09:05" for month in range(1, 13)),
    *(f"2020-02-29T{hour:02}:00" for hour in range(24)),
]


@pytest.mark.parametrize("style", STYLES, ids=[style.code for style in STYLES])
@given(moment=MOMENTS)
def test_what_a_language_writes_is_read_back(style: Style, moment: datetime) -> None:
    line = written(style, moment)
    dated = read_date(line)
    assert dated is not None
    assert dated.timestamp is not None
    assert dated.timestamp.iso == moment.isoformat(timespec="minutes")


@pytest.mark.parametrize("style", STYLES, ids=[style.code for style in STYLES])
def test_every_month_and_hour_is_read_back(style: Style) -> None:
    for edge in EDGES:
        moment = datetime.fromisoformat(edge)
        dated = read_date(written(style, moment))
        assert dated is not None
        assert dated.timestamp is not None
        assert dated.timestamp.iso == moment.isoformat(timespec="minutes")
