pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Templates as T
import Guichet.Bridge
import Guichet.Controls
import Guichet.Theme

// What the window holds for a visit: header, one page, the bar that never moves, and the question "Are you still there?".
Item {
    id: root

    required property KioskViewModel kiosk
    required property GreetingViewModel greeting
    required property ComfortViewModel comfort
    required property PatienceViewModel patience
    required property StaffWordsViewModel staff

    readonly property bool attract: root.kiosk.page === "attract"
    // Something stands over the page, and nothing of the page can be reached.
    readonly property bool covered: root.patience.warning || root.staff.closed || root.staff.note !== ""

    function show() {
        const byKeys = root.Window.activeFocusItem as T.AbstractButton;
        const keysInUse = byKeys !== null && byKeys.visualFocus;
        const name = root.kiosk.page;
        pages.setSource("Guichet/Citizen/" + name.charAt(0).toUpperCase() + name.slice(1) + "Page.qml", {
            "view": root.kiosk.viewOf(name)
        });
        if (keysInUse)
            root.step(pages.item, true);
        arrival.restart();
        settling.restart();
    }

    // The next control in reading order, or the one before; from nowhere, the first of the page.
    function step(from: Item, forward: bool) {
        const start = from ?? (pages.item as Item);
        const next = start.nextItemInFocusChain(forward);
        next.forceActiveFocus(forward ? Qt.TabFocusReason : Qt.BacktabFocusReason);
    }

    function goBack() {
        if (root.kiosk.canGoBack)
            root.kiosk.back();
    }

    anchors.fill: parent

    Component.onCompleted: root.show()

    Binding {
        target: Theme
        property: "officeLanguage"
        value: root.kiosk.officeLanguage
    }
    Connections {
        target: root.kiosk

        function onMoved() {
            root.show();
        }
    }
    Item {
        id: stage

        objectName: "stage"
        anchors.fill: parent
        enabled: !root.covered
        visible: !root.covered

        LayoutMirroring.enabled: root.kiosk.rightToLeft
        LayoutMirroring.childrenInherit: true

        // The keys of a keypad: two arrows move, the bar at the left goes back, the diamond helps.
        Keys.onEscapePressed: root.goBack()
        Keys.onLeftPressed: root.goBack()
        Keys.onDownPressed: root.step(root.Window.activeFocusItem, true)
        Keys.onUpPressed: root.step(root.Window.activeFocusItem, false)
        Keys.onRightPressed: root.step(root.Window.activeFocusItem, true)
        Keys.onPressed: event => {
            event.accepted = event.key === Qt.Key_F1;
            if (event.accepted)
                root.kiosk.openHelp();
        }

        Landscape {
            anchors.left: parent.left
            anchors.right: parent.right
            anchors.top: parent.top
            // The first page has its own, unless it stands low.
            height: Theme.above > Theme.header && (!root.attract || root.comfort.lower) ? Theme.above : 0
        }
        Loader {
            id: header

            anchors.left: parent.left
            anchors.right: parent.right
            anchors.top: parent.top
            anchors.topMargin: Theme.above
            active: !root.attract
            sourceComponent: Header {
                language: root.kiosk.language
                languages: root.kiosk.languages
                languageNames: root.kiosk.languageNames
                onLanguageChosen: language => root.kiosk.speak(language)
            }
        }
        Loader {
            id: pages

            objectName: "pages"
            anchors.left: parent.left
            anchors.right: parent.right
            anchors.top: root.attract ? parent.top : header.bottom
            anchors.topMargin: root.attract && root.comfort.lower ? Theme.above : 0
            anchors.bottom: bar.top
            focus: true

            NumberAnimation {
                id: arrival

                target: pages
                property: "opacity"
                // Whoever leaves in an instant must not wait for the picture.
                from: Theme.motion && !root.attract ? 0.3 : 1
                to: 1
                duration: Theme.fade
            }
        }
        BottomBar {
            id: bar

            anchors.left: parent.left
            anchors.right: parent.right
            anchors.bottom: parent.bottom
            canGoBack: root.kiosk.canGoBack
            greetings: root.attract ? root.greeting.greetings : []
            discreet: root.kiosk.discreet
            asking: root.kiosk.asksToStartOver
            settings: root.kiosk.page === "help"
            lowered: root.comfort.lower
            listening: root.comfort.listening
            mute: root.comfort.mute
            onBack: root.kiosk.back()
            onStartOver: root.kiosk.startOver()
            onGoOn: root.kiosk.goOn()
            onLeave: root.kiosk.leave()
            onHelp: root.kiosk.openHelp()
            onLetters: root.kiosk.openSettings()
            onLettersChosen: size => root.comfort.setLetters(size)
            onLower: root.comfort.setLower(!root.comfort.lower)
            onListen: root.comfort.setListening(!root.comfort.listening)
        }
        // A second touch meant for the screen before must not choose anything on this one.
        MouseArea {
            objectName: "settling"
            anchors.fill: pages
            visible: settling.running

            Timer {
                id: settling

                interval: Theme.settle
            }
        }
    }
    // Loaded by name when it is first asked: the first picture need not wait for it.
    Loader {
        LayoutMirroring.enabled: root.kiosk.rightToLeft
        LayoutMirroring.childrenInherit: true

        readonly property bool asked: root.patience.warning

        anchors.fill: parent
        onAskedChanged: {
            if (asked)
                setSource("Guichet/Citizen/StillThere.qml", {
                    "patience": root.patience,
                    "lower": root.comfort.lower
                });
            else
                source = "";
        }
    }
    // Loaded by name when staff first want it.
    Loader {
        LayoutMirroring.enabled: root.kiosk.rightToLeft
        LayoutMirroring.childrenInherit: true

        readonly property string wanted: root.patience.warning ? "" : root.staff.closed ? "ClosedPage" : root.staff.note !== "" ? "StaffNote" : ""

        anchors.fill: parent
        onWantedChanged: {
            if (wanted !== "")
                setSource("Guichet/Citizen/" + wanted + ".qml", {
                    "staff": root.staff
                });
            else
                source = "";
        }
    }
    // Nothing to see, for whoever listens; any touch brings the picture back, and reaches nothing under it.
    Loader {
        anchors.fill: parent
        z: 1
        active: root.comfort.blank
        sourceComponent: Rectangle {
            color: Theme.colours.night

            MouseArea {
                anchors.fill: parent
                onClicked: root.comfort.setBlank(false)
            }
        }
    }
}
