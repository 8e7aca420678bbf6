namespace ResetBot.Dialogs.Intents;

/// <summary>Which words stand for which concepts. Words are folded (no diacritics, no apostrophes); a star takes any ending.</summary>
internal static class Vocabulary
{
    private const int ShortestStem = 3;
    private const int ShortestPart = 5;
    private const int LongestCompound = 30;

    private static readonly ConceptSet Parts = ConceptSet.Of(
        Concept.Password, Concept.Account, Concept.Phone, Concept.Mail, Concept.Method, Concept.Thing, Concept.Attempts);

    private static readonly (Concept Concept, string Words)[] Entries =
    [
        (Concept.Password, "password* passphrase* pass pw pwd passwd passcode losenord* losen losenet losenfras* credentials pinkod"),
        (Concept.Account, "account* acc acct konto kontot kontots user username anvandare anvandaren anvandarkonto* profile"),
        (Concept.Phone, "phone phones mobile mobil mobilen mobilnummer* telefon telefonen telefonnummer* number numret nummer nr iphone android lur luren cell cellphone smartphone sim simkort"),
        (Concept.Mail, "mail email emails e-mail mejl mejlen mejladress* epost e-post epostadress* mailadress* mailen reservadress*"),
        (Concept.Method, "method methods metod* authenticator* autentiserar* autentisering* mfa 2fa tvafaktor* factor faktor passkey* nyckelkod fido yubikey app appen bankid"),
        (Concept.Code, "code codes kod koden koder koderna engangskod* sms push pushen pushnotis*"),
        (Concept.Data, "data datan information info uppgift uppgifter uppgifterna personuppgift* details detaljer history historik record records"),
        (Concept.Status, "status statusen"),
        (Concept.Computer, "computer* dator* laptop* pc pcn windows outlook teams vpn citrix intranet intranatet system systemet work jobb jobbet skarm skarmen screen office365 microsoft"),
        (Concept.Tongue, "language languages sprak spraket"),
        (Concept.LanguageName, "english engelska swedish svenska"),
        (Concept.Chat, "chat chatt chatten conversation konversation* samtal* write skriver messages meddelanden"),
        (Concept.Attempts, "attempt* tries forsok forsoken inloggningsforsok* times ganger"),
        (Concept.SignIn, "login logins logon logga loggar loggas loggade loggat signin inlogg inloggning* inloggad logged"),
        (Concept.Forget, "forgot forget forgotten forgets forgetting forgetten forgoten glomt glomde glommer glomma bortglomt bortglomd"),
        (Concept.Remember, "remember recall recollect minns minnas ihag"),
        (Concept.Know, "know knows knew vet kan kanner"),
        (Concept.Lost, "lost lose misplaced tappat tappade tappar forlorat borta gone forsvunnit missing bortglomt"),
        (Concept.Work, "work works working worked funkar funka funkat fungerar fungera fungerat accept accepts accepted accepterar accepteras godkann* godtar godtas tar take takes recogni*"),
        (Concept.Fails, "fails failing rejects rejected reject refuses refused nekas nekar avvisas vagrar broken trasigt trasig denied strular kranglar problem problems trouble troubles issue issues struggling failed misslyckas misslyckades misslyckad"),
        (Concept.Wrong, "wrong incorrect invalid fel felaktig felaktigt ogiltigt ogiltig bad"),
        (Concept.Valid, "valid galler giltigt giltig good same stammer samma aktuellt current"),
        (Concept.Reset, "reset resets resetta* resetting recover recovering recovery aterstall aterstalla aterstaller aterstallning* nollstall nollstalla nollstaller nollstallning* losenordsaterstallning*"),
        (Concept.Change, "change changing update updating uppdatera uppdaterar replace replacing swap renew renewing fornya fornyar byt byta byter bytas bytta andra andrar ersatt ersatta switch switching"),
        (Concept.Acted, "changed bytt bytte andrat andrats andrade andrades aterstallt aterstallde nollstallt nollstallde registrerade added unlocked updated uppdaterat ersatte lagt switched"),
        (Concept.Asked, "ask asked request requested requesting order ordered initiate initiated start started startat startade bett bad begart begarde bestallt bestallde triggered"),
        (Concept.Do, "do did done doing gjort gjorde gjorts"),
        (Concept.Unlock, "unlock unlocks unlocking unblock reactivate avblockera upplasning*"),
        (Concept.Locked, "locked last lasts laste blocked blockerat blockerad blockerats sparrat sparrad sparrats suspended disabled frozen fryst sparrades sparras avstangt inaktiverat"),
        (Concept.LockedOut, "utelast lockedout utelasta"),
        (Concept.Block, "lock block sparr sparren laset blockering* lockout"),
        (Concept.Expire, "expire expires expired expiring expiry utganget utgangen utgatt"),
        (Concept.Register, "register registers registering enroll enrol enrolling registrera registrerar registrering registreringen anmala anmal anmaler signup"),
        (Concept.Add, "add adding connect link move install lagga lagg lagger koppla kopplar flytta flyttar ordna installera setup attach"),
        (Concept.Delete, "delete deleted erase remove radera raderar raderas forget wipe ta glom rensa"),
        (Concept.Store, "store stored stores storing save saved saves keep kept keeps hold collect retain spara sparar sparas sparat lagra lagrar lagras lagrat samlar loggar recorded recording logged spelas record"),
        (Concept.Export, "export exportera copy kopia copies utdrag download ladda send"),
        (Concept.See, "see view read access look seen se ser lasa"),
        (Concept.Show, "show list display visa lista"),
        (Concept.Hack, "hack* compromised breached kapat kapad intrang stulet"),
        (Concept.Use, "using used uses use anvander anvant anvande"),
        (Concept.Try, "trying tries tried forsoker forsokte forsokt"),
        (Concept.Get, "get gets got received receive recieved fick fatt far fa kom send skicka"),
        (Concept.Happen, "happens happen hander sker"),
        (Concept.Cost, "cost costs kostar"),
        (Concept.Vouch, "vouch vouches vouching vouched"),
        (Concept.Cancel, "cancel abort quit exit stop stopp avbryt avbryta avbryter sluta slutar avsluta nvm nevermind"),
        (Concept.Continue, "continue fortsatt fortsatta fortsatter proceed resume"),
        (Concept.Talk, "talk speak chat prata tala pratar connect koppla contact kontakta reach nar transfer"),
        (Concept.Call, "call phone ring ringa ringer"),
        (Concept.Help, "help helping hjalp hjalpa hjalper"),
        (Concept.Self, "jag ja im ive id ill"),
        (Concept.Me, "me mig mej myself"),
        (Concept.Mine, "my mitt min mina mine"),
        (Concept.You, "you u ya du ni bot botten this here det detta den tjansten"),
        (Concept.Other, "colleague* coworker* boss manager managers wife husband son daughter friend* mother father mom dad brother sister employee* teammate* kid kids child children guy intern he she him kolleg* chef chefen chefens chefs fru frus frun sambo* dotter dotters sonen van vannen mamma* pappa* bror syster medarbetare* kompis* killen tjejen vikarie* praktikant* anstalld* han hon honom henne hen student* elev elever eleven daughters wifes husbands"),
        (Concept.Theirs, "his her their hers hans hennes deras sin sitt sina"),
        (Concept.Someone, "someone somebody anyone nagon nan who vem stranger unknown obehorig frammande okand"),
        (Concept.Human, "human humans person agent manniska manniskor handlaggare"),
        (Concept.Desk, "helpdesk servicedesk support supporten supporttekniker kundtjanst itsupport itavdelningen"),
        (Concept.Privacy, "privacy gdpr integritet* registerutdrag dataskydd*"),
        (Concept.New, "new ny nytt nya another"),
        (Concept.Better, "different stronger starkare choose pick set valja valj valjer annat battre safer sakrare"),
        (Concept.Exposed, "shared delat dela leaked leak lackt phished phishing exposed saw sag weak svagt old gammalt"),
        (Concept.Service, "service tjansten self sjalvservice method mig"),
        (Concept.Not, "not dont doesnt cant cannot wont isnt arent unable no couldnt wouldnt inte ej aldrig ingen inget inga icke never without utan didnt havent hasnt wasnt hadnt neither"),
        (Concept.NotPast, "didnt havent hasnt never hadnt"),
        (Concept.NotAfter, "inte ej aldrig ingen inget inga icke"),
        (Concept.Want, "want wanna need needs like please pls plz vill behover snalla gonna let rather hellre would wish"),
        (Concept.Can, "can could kan kunde skulle possible gar would"),
        (Concept.Must, "must should have maste borde bor tvingas need forced"),
        (Concept.Yet, "yet an annu since sedan lange years months manader tid time"),
        (Concept.Again, "again igen now nu yesterday igar"),
        (Concept.It, "it that this one them those den det ett denna detta dem"),
        (Concept.Be, "is am are ar var was been blev blivit"),
        (Concept.Have, "have has had have got bought har hade fatt kopt fick"),
        (Concept.How, "how hur"),
        (Concept.Why, "why varfor"),
        (Concept.What, "what whats vad"),
        (Concept.When, "when nar days dagar long lange until tills"),
        (Concept.Which, "which what vilka vilken vilket"),
        (Concept.Safe, "safe secure sakert tryggt"),
        (Concept.Hello, "hi hello hey hej hejsan halla tjena tja morning morgon morrn evening kvall afternoon"),
        (Concept.Thing, "wifi wi-fi guest guests gast gasten gastnat* policy policyn losenordspolicy* customer customers kund kunden kunders room rooms rum rummet motesrum* door doors dorr dorren dorrar tablet surfplatta* locker skap skapet office kontoret building byggnad* car bil bilen house huset toilet toan toaletten meeting meetings mote motet projector projektor* printer skrivare skrivaren coffee kaffe* machine excel file files fil filen bike cykel* cykelforrad* gym gymmet bank calendar kalender* invoice faktur* party fest festen spam phishingtest garage apartment lagenhet badge passerkort* webshop shop butik* document dokument* project projekt* headphone* microphone* hogtalar* horlur* course kurs* shared gemensam* mailbox* brevlada* tv team website netflix book telefonbok* ticket arende* win vinn resources visitors besokar*"),
        (Concept.Filler, "please pls plz tack thanks the a an to it that this now nu det den har want i jag vill im let us lets oh ok okay lol haha mission vi we where left off was there dar var just bara everything allt with med would like do dont bother no nej na ah well jo skulle kan can could you du ni snalla in pa till into hey hej sorry then aven again igen so sa always at here for actually precis nyss redan already recently nyligen okej okey wait vanta still somehow suddenly really today anymore totally unfortunately apparently fortfarande plotsligt idag helt tyvarr verkligen alltsa en ett kommer far lyckas faktiskt egentligen just me mig my mitt min"),
    ];

    private static readonly Dictionary<string, ConceptSet> Whole = [];
    private static readonly Dictionary<string, ConceptSet> Stems = [];

    // Words that people mistype; a slip in any of them is forgiven.
    private static readonly string[] Mistyped =
    [
        "password", "passwords", "account", "forgot", "forgotten", "remember", "locked", "unlock", "change", "changed", "expired", "expires",
        "register", "authenticator", "number", "phone", "attempts", "reset", "losenord", "losenordet", "konto", "kontot", "glomt", "aterstall",
        "aterstalla", "registrera", "telefon", "telefonen", "utelast", "sparrat", "logga", "cancel", "avbryt", "minns", "mobil", "login",
    ];

    // Right words that a slip away from one of those means something else.
    private static readonly HashSet<string> NoSlips =
    [
        "reser", "resor", "resan", "ligga", "cancer", "glimt", "lacked", "licked", "locket", "prone", "shone", "minne", "minus",
        "looked", "chance", "charge", "charged", "knocked", "rocked", "docked", "clocked", "resets", "preset", "rest", "phony", "flocked", "cocked",
        "mocked", "socked", "kontor", "konton", "kontos", "konst", "finns", "legga", "bogga", "loggo", "charger", "numbers", "lumber", "changer",
    ];

    private static readonly Dictionary<string, ConceptSet>.AlternateLookup<ReadOnlySpan<char>> WholeBySpan = Fill();
    private static readonly Dictionary<string, ConceptSet>.AlternateLookup<ReadOnlySpan<char>> StemsBySpan = Stems.GetAlternateLookup<ReadOnlySpan<char>>();

    /// <summary>What a folded word can stand for; nothing when it is unknown.</summary>
    public static ConceptSet Read(string word)
    {
        if (WholeBySpan.TryGetValue(word, out var whole))
        {
            return whole;
        }

        for (var length = word.Length; length >= ShortestStem; length--)
        {
            if (StemsBySpan.TryGetValue(word.AsSpan(0, length), out var stem))
            {
                return stem;
            }
        }

        var compound = ReadCompound(word);
        return compound.IsEmpty ? Forgive(word) : compound;
    }

    // "Jobbmobil" is a phone, "gästkonto" is a guest's: the last part says what it is, the first may say that it is not the person's.
    private static ConceptSet ReadCompound(ReadOnlySpan<char> word)
    {
        for (var start = ShortestStem; start <= word.Length - ShortestPart && word.Length <= LongestCompound; start++)
        {
            var last = ReadPart(word[start..]).And(Parts);
            if (!last.IsEmpty)
            {
                var first = WholeBySpan.TryGetValue(word[..start], out var known) || WholeBySpan.TryGetValue(word[..(start - 1)], out known);
                return first ? last.With(known.And(ConceptSet.Of(Concept.Thing, Concept.Desk))) : last;
            }
        }

        return default;
    }

    private static ConceptSet ReadPart(ReadOnlySpan<char> part)
    {
        if (WholeBySpan.TryGetValue(part, out var whole))
        {
            return whole;
        }

        for (var length = part.Length; length >= ShortestPart; length--)
        {
            if (StemsBySpan.TryGetValue(part[..length], out var stem))
            {
                return stem;
            }
        }

        return default;
    }

    private static ConceptSet Forgive(string word)
    {
        if (word.Length < Spelling.ShortestForgiven || NoSlips.Contains(word))
        {
            return default;
        }

        foreach (var meant in Mistyped)
        {
            if (Spelling.IsOneSlip(word, meant))
            {
                return Read(meant);
            }
        }

        return default;
    }

    private static Dictionary<string, ConceptSet>.AlternateLookup<ReadOnlySpan<char>> Fill()
    {
        foreach (var (concept, words) in Entries)
        {
            foreach (var word in words.Split(' '))
            {
                var table = word.EndsWith('*') ? Stems : Whole;
                var key = word.TrimEnd('*');
                table[key] = table.GetValueOrDefault(key).With(ConceptSet.Of(concept));
            }
        }

        return Whole.GetAlternateLookup<ReadOnlySpan<char>>();
    }
}
