pragma Singleton
import QtQuick

// Every size, in millimetres made pixels, every colour and every duration. Main sets the first properties.
QtObject {
    id: root

    // Pixels of this panel in one millimetre, with the viewing distance already counted in.
    property real pixelsPerMm: 4.03
    // How large the letters are: 0 is A, 1 is A+, 2 is A++.
    property int letters: 0
    // The window in pixels; what follows from its shape and from its millimetres comes next.
    property size window: Qt.size(1080, 1920)
    readonly property bool lying: root.window.width > root.window.height
    // A 15-inch panel of four to three has no room for two columns either, and is laid out as if it stood.
    readonly property bool squat: root.lying && root.window.width < root.mm(320) && root.window.height > root.window.width * 0.7
    readonly property bool landscape: root.lying && !root.squat
    // Too narrow for two columns of rows, as a 15.6-inch panel of sixteen to nine or a 15-inch one of four to three upright.
    readonly property bool narrow: root.window.width < root.mm(230)
    // Too low for a page in two parts, as the same panel lying.
    readonly property bool shallow: root.window.height < root.mm(230)
    readonly property bool small: root.narrow || root.shallow
    // Room to spare, as on a 32-inch panel.
    readonly property bool large: Math.min(root.window.width, root.window.height) >= root.mm(320)
    // Whether a page has the lower half of the screen only.
    property bool lower: false
    // Pixels at the top of the screen where nothing is to be touched: out of reach, or left free in Lower.
    property int above: 0
    // Whether a keyboard stands below the page of a narrow panel.
    property bool typing: false
    property bool motion: true
    // For a hand that trembles: larger targets, one below the other.
    property bool steady: false
    // The language of what the catalogue lacks in the language shown.
    property string officeLanguage: "en"

    // The name of the colours: light, dark, contrast-dark, contrast-light or cream. Others than light are read when chosen.
    property string palette: "light"
    readonly property Colours light: Colours {}
    property Colours colours: root.light

    readonly property string family: "Noto Sans"

    readonly property int meta: root.type(6.8)
    readonly property int body: root.type(8)
    readonly property int answer: root.type(9.5)
    readonly property int section: root.type(10.3)
    // What a page is about where others must not read it: never larger, however large the letters are.
    readonly property int topic: root.mm(10.3)
    readonly property int first: root.type(11.4)
    // Lying, a title of 24 mm would leave what it stands above no room.
    readonly property list<real> titles: root.small ? [13, 16, 18] : [15.5, 19, root.landscape && !root.large ? 19 : 24]
    readonly property int title: root.mm(root.titles[root.letters])
    readonly property int display: root.mm(root.small ? 15.5 : root.large ? 32 : root.letters === 0 ? 24 : 27)

    readonly property int hair: Math.max(1, root.mm(root.colours.strict ? 0.8 : 0.5))
    readonly property int gapTiny: root.mm(2)
    readonly property int gap: root.mm(4)
    readonly property int gapWide: root.mm(6)
    readonly property int gapLarge: root.mm(8)
    readonly property int gapHuge: root.mm(12)
    readonly property int margin: root.mm(root.small ? 10 : 16)

    readonly property int target: root.mm(root.steady ? 30 : 20)
    readonly property int row: root.mm(root.steady ? 30 : 25)
    readonly property int primary: root.mm(root.steady ? 32 : 27)
    // The fixed bar: keys in one line, or in two when large letters or large targets meet a narrow screen.
    readonly property int barKey: root.mm(root.steady ? 30 : 27)
    readonly property int barWord: root.mm(root.letters === 0 ? 6.8 : 10.3)
    readonly property int barMargin: root.mm(2.5)
    readonly property bool barTwice: !root.landscape && (root.letters > 0 || root.narrow && root.steady)
    readonly property int bar: (root.barTwice ? root.barKey * 2 + root.gapTiny : root.barKey) + root.barMargin * 2
    readonly property int header: root.mm(root.steady ? root.lower ? 32 : 36 : root.letters === 2 ? 30 : 26)
    // The most that may be left free at the top: below it a page keeps 75 mm between header and bar, upright those
    // of large letters. On a small panel large letters in steady touch need more, or a page could not be turned; lying, so
    // do the two keys of 30 mm that turn it.
    readonly property bool needy: root.small && root.steady && root.letters > 0
    // The keys of a keyboard need all of a narrow panel.
    readonly property int spared: root.typing ? 0 : Math.max(0, root.window.height - root.mm(root.narrow || root.squat ? root.needy ? 250 : 205 : root.needy ? 152 : root.shallow && root.steady ? 140 : 133))
    // The least room above what is touched in the header.
    readonly property int headerAir: root.mm(3)
    readonly property int lip: root.colours.strict ? 0 : root.mm(1.4)
    readonly property int press: root.mm(1)
    readonly property int band: root.mm(2.2)

    readonly property int radius: root.mm(3.5)
    readonly property int radiusTile: root.mm(4.5)
    readonly property int radiusCard: root.mm(5)

    readonly property int icon: root.type(9.5)
    readonly property int iconSmall: root.type(6.8)
    readonly property int iconLarge: root.type(12)

    readonly property int fade: root.motion ? 150 : 0
    property int settle: 300
    // A key held down repeats only after this long (EN 301 549, 5.9).
    readonly property int repeatDelay: 2000
    readonly property int repeatInterval: 200

    onPaletteChanged: {
        const before = root.colours;
        if (root.palette === "light") {
            root.colours = root.light;
        } else {
            const name = root.palette.split("-").map(word => word.charAt(0).toUpperCase() + word.slice(1)).join("");
            root.colours = Qt.createComponent(name + "Colours.qml").createObject(root) as Colours;
        }
        if (before !== root.light)
            before.destroy();
    }

    // The ground and the ink of a palette that is not shown, to choose it by.
    function samplePaper(name: string): color {
        return {
            "light": "#FAF8F4",
            "dark": "#12171C",
            "contrast-dark": "#000000",
            "contrast-light": "#FFFFFF",
            "cream": "#F3E6C8"
        }[name] ?? root.colours.paper;
    }

    function sampleInk(name: string): color {
        return {
            "light": "#1A1F26",
            "dark": "#9ED3F5",
            "contrast-dark": "#FFDD33",
            "contrast-light": "#000000",
            "cream": "#2A2418"
        }[name] ?? root.colours.ink;
    }

    function mm(length: real): int {
        return Math.round(length * root.pixelsPerMm);
    }

    // How close the lines of `text` are set, as a share of its font's own height. The lines of Arabic letters are half as
    // high again as others: too far apart to be read as one text.
    function leading(text: string, share: real): real {
        return /[\u0600-\u06ff]/.test(text) ? share * 0.82 : share;
    }

    // Letters of `length` mm at A; at A+ never under 10.3 mm, at A++ never under 14 mm (EN 301 549, 5.1.4).
    function type(length: real): int {
        if (root.letters === 0)
            return root.mm(length);
        return root.letters === 1 ? root.mm(Math.max(length * 1.3, 10.3)) : root.mm(Math.max(length * 1.6, 14));
    }
}
