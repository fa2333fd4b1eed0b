using System.Text;
using CsCheck;
using Patrin.Platform.Text;

namespace Patrin.Tests.Platform.Text;

public sealed class FoldingTests
{
    [Theory]
    [InlineData("Bistrița-Năsăud", "bistrita nasaud")]
    [InlineData("Bistriţa-Năsăud", "bistrita nasaud")]
    [InlineData("Košice – Šaca", "kosice saca")]
    [InlineData("  L’Hospitalet   de\u00A0Llobregat ", "l hospitalet de llobregat")]
    [InlineData("Straße", "strasse")]
    [InlineData("GROẞENHAIN", "grossenhain")]
    [InlineData("Frankfurt (Oder)", "frankfurt oder")]
    [InlineData("St. Gallen", "st gallen")]
    [InlineData("Östra Göteborg", "ostra goteborg")]
    [InlineData("Blåvand, Ærø", "blavand aero")]
    [InlineData("Łódź", "lodz")]
    [InlineData("İzmir, Diyarbakır", "izmir diyarbakir")]
    [InlineData("Þingeyri, Seyðisfjörður", "thingeyri seydisfjordur")]
    [InlineData("Τρίκαλα", "τρικαλα")]
    [InlineData("ΔΗΜΟΣ ΤΡΙΚΚΑΙΩΝ", "δημοσ τρικκαιων")]
    [InlineData("Δήμος Τρικκαίων", "δημοσ τρικκαιων")]
    [InlineData("Айтос", "айтос")]
    [InlineData("Київ, Їжакевич", "київ їжакевич")]
    [InlineData("Иванѝ, Алёша", "ивани алеша")]
    [InlineData("Nagy\u00ADkálló", "nagykallo")]
    [InlineData("ﬁnance", "finance")]
    [InlineData("12.5 %", "12 5")]
    [InlineData("–", "")]
    [InlineData("", "")]
    public void Spellings_of_one_name_get_one_key(string text, string key) => Assert.Equal(key, Folding.Fold(text));

    [Theory]
    [InlineData("en", "abcdefghijklmnopqrstuvwxyz")]
    [InlineData("cs", "áčďéěíňóřšťúůýž")]
    [InlineData("sk", "áäčďéíĺľňóôŕšťúýž")]
    [InlineData("hu", "áéíóöőúüű")]
    [InlineData("ro", "ăâîșțşţ")]
    [InlineData("de", "äöüß")]
    [InlineData("fr", "àâæçéèêëîïôœùûüÿ")]
    [InlineData("es", "áéíñóúü")]
    [InlineData("it", "àèéìîòóùú")]
    [InlineData("nl", "áéëïóöüĳ")]
    [InlineData("sv", "åäöé")]
    [InlineData("sq", "çë")]
    [InlineData("sr", "čćđšž")]
    [InlineData("rom", "čšžćśźŕāēīōūǎ")]
    public void Latin_letters_of_every_language_fold_to_plain_ones_in_both_cases(string language, string letters)
    {
        var small = Folding.Fold(letters);
        Assert.All(small, c => Assert.True(c is >= 'a' and <= 'z', $"{language}: {c}"));
        Assert.Equal(small, Folding.Fold(letters.ToUpperInvariant()));
        Assert.Equal(small, Folding.Fold(letters.Normalize(NormalizationForm.FormD)));
    }

    [Theory]
    [InlineData("αβγδεζηθικλμνξοπρστυφχψω", "ΑΒΓΔΕΖΗΘΙΚΛΜΝΞΟΠΡΣΤΥΦΧΨΩ")]
    [InlineData("αεηιουωιυιυ", "ΆΈΉΊΌΎΏΪΫΐΰ")]
    [InlineData("αβвгґдеєжзиіїйклмнопрстуфхцчшщьюя", "αβВГҐДЕЄЖЗИІЇЙКЛМНОПРСТУФХЦЧШЩЬЮЯ")]
    [InlineData("ђјљњћџѓќѕ", "ЂЈЉЊЋЏЃЌЅ")]
    public void Greek_and_Cyrillic_keep_their_letters(string key, string letters) => Assert.Equal(key, Folding.Fold(letters));

    [Fact]
    public void Folding_a_key_again_changes_nothing() =>
        Gen.String.Sample(text => Folding.Fold(Folding.Fold(text)) == Folding.Fold(text));

    [Fact]
    public void Scanner_folding_keeps_every_offset() =>
        Gen.String.Sample(text => Folding.FoldChars(text).Length == text.Length);

    [Theory]
    [InlineData("Roma-Siedlung „Straße“, 12.5 %", "roma siedlung „strase“, 12.5 %")]
    [InlineData("l’école\n\tŒuvre", "l ecole  ouvre")]
    [InlineData("ПРЕДИЗВИКАТЕЛСТВА", "предизвикателства")]
    public void Scanner_folding_keeps_punctuation_and_takes_one_letter_for_one(string text, string expected) =>
        Assert.Equal(expected, Folding.FoldChars(text));

    [Theory]
    [InlineData("Айтос", "Aytos")]
    [InlineData("Самоков", "Samokov")]
    [InlineData("Тунджа", "Tundzha")]
    [InlineData("София", "Sofia")]
    [InlineData("България", "Bulgaria")]
    [InlineData("Кърджали", "Kardzhali")]
    [InlineData("Търговище", "Targovishte")]
    [InlineData("ЯМБОЛ, Щръклево, ЩИТ", "YAMBOL, Shtraklevo, SHTIT")]
    [InlineData("Великобългарово", "Velikobalgarovo")]
    [InlineData("Синьо море и Юндола", "Sinyo more i Yundola")]
    public void Bulgarian_follows_the_Transliteration_Act(string cyrillic, string latin) =>
        Assert.Equal(latin, Folding.Transliterate(cyrillic));

    [Theory]
    [InlineData("Київ", "Kyiv")]
    [InlineData("Ужгород", "Uzhhorod", "uk")]
    [InlineData("Згорани", "Zghorany", "uk")]
    [InlineData("Їжакевич", "Yizhakevych")]
    [InlineData("Знам'янка", "Znamianka", "uk")]
    [InlineData("Запоріжжя", "Zaporizhzhia")]
    [InlineData("Ніш", "Nish")]
    [InlineData("Ниш", "Niš", "sr")]
    [InlineData("Краљево", "Kraljevo")]
    [InlineData("Ђорђе", "Đorđe")]
    [InlineData("ЉУБОВИЈА, Љиг", "LJUBOVIJA, Ljig")]
    [InlineData("Ѓорче Петров", "Gjorče Petrov")]
    public void Other_Cyrillic_follows_its_own_language(string cyrillic, string latin, string? language = null) =>
        Assert.Equal(latin, Folding.Transliterate(cyrillic, language));

    [Theory]
    [InlineData("Τρίκαλα", "Trikala")]
    [InlineData("Δήμος Τρικκαίων", "Dimos Trikkaion")]
    [InlineData("Αθήνα", "Athina")]
    [InlineData("Ελλάδα", "Ellada")]
    [InlineData("Εύβοια", "Evvoia")]
    [InlineData("Ναύπλιο", "Nafplio")]
    [InlineData("Άγκυρα, Μπάρι, Κολόμπια", "Agkyra, Bari, Kolompia")]
    [InlineData("Αγχίαλος", "Anchialos")]
    [InlineData("Ταΰγετος", "Taygetos")]
    [InlineData("ΘΕΣΣΑΛΟΝΙΚΗ Χίος", "THESSALONIKI Chios")]
    public void Greek_follows_ELOT_743(string greek, string latin) => Assert.Equal(latin, Folding.Transliterate(greek));

    [Fact]
    public void Latin_text_passes_through_transliteration_untouched() =>
        Assert.Equal("Bistrița-Năsăud, Čačak", Folding.Transliterate("Bistrița-Năsăud, Čačak"));
}
