import QtQuick

// The light colours, and the names that every other palette gives its own values; contrasts are in docs/design.md.
QtObject {
    id: root

    // Edges are thicker and nothing stands on a lip.
    property bool strict: false

    property color paper: "#FAF8F4"
    property color card: "#FFFFFF"
    property color sunk: "#EEEAE2"
    property color hairline: "#D9D3C7"
    property color tray: "#E3DED3"

    property color ink: "#1A1F26"
    property color inkSoft: "#414A55"
    property color edge: "#5F6B78"

    property color action: "#0B4A6F"
    property color actionPressed: "#07344F"
    property color actionLip: "#052438"
    property color actionInk: "#FFFFFF"
    property color tint: "#E1EEF6"
    property color bar: "#0A2E45"
    property color barInk: "#FFFFFF"
    property color barPressed: "#0B4A6F"
    property color barRaised: "#FFFFFF"
    property color barRaisedInk: "#0A2E45"

    property color success: "#0A5A36"
    property color successGround: "#E2F3EA"
    property color warning: "#5B3A00"
    property color warningGround: "#FFF0CC"
    property color danger: "#8F1D1D"
    property color dangerPressed: "#6E1414"
    property color dangerLip: "#5A0E0E"
    property color dangerGround: "#FCE8E6"

    property color first: "#96371E"
    property color clay: "#B9472A"
    property color focus: "#FFB81C"
    property color focusLine: "#1A1F26"

    // What comes out of the printer, and what a camera reads: the same in every palette.
    readonly property color sheet: "#FFFFFF"
    readonly property color sheetInk: "#1A1F26"
    // The screen that shows nothing.
    readonly property color night: "#000000"

    property color sky: "#F1F1EA"
    property color farHill: "#E0E6DF"
    property color nearHill: "#C9D6C8"
    property color sand: "#E6DCC8"
    property color water: "#CFE0E8"

    // What pictures are painted with, in the order of kiosk/bridge/art.py.
    readonly property string pigments: [root.sky, root.farHill, root.nearHill, root.sand, root.water, root.clay, root.action, root.paper].map(colour => colour.toString().slice(1)).join("-")

    function accent(theme: string): color {
        return {
            "bereavement": "#3F4650",
            "work": "#0B4A6F",
            "family": "#8A2C6B",
            "newcomer": "#3E3A94",
            "senior": "#6B2D0F",
            "home": "#7A3B12",
            "business": "#0F5257",
            "health": "#0A5A36",
            "money": "#5A4500",
            "safety": "#8F1D1D"
        }[theme] ?? "#5A4500";
    }

    function ground(theme: string): color {
        return {
            "bereavement": "#ECEEF0",
            "work": "#E1EEF6",
            "family": "#F7EAF2",
            "newcomer": "#ECEBF8",
            "senior": "#F6EAE3",
            "home": "#F7ECE3",
            "business": "#E0F0F0",
            "health": "#E2F3EA",
            "money": "#F5EFD9",
            "safety": "#FCE8E6"
        }[theme] ?? "#F5EFD9";
    }
}
