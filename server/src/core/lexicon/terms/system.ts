// Owns: terms of machines, operating systems and industrial systems.
// Must not know: how the lines are read.
export const SYSTEM_TERMS = `
=operating system; OS | The software that runs a machine and on which all other software rests. | firmware | NIST CSRC glossary, “operating system”
~kernel; Linux kernel; Windows kernel; kernel mode | The core of an operating system, which may do anything. | firmware | NIST CSRC glossary, “kernel”
=firmware; firmware update | The software built into a device. | operating system | NIST SP 800-147, “firmware”
=BIOS; UEFI | The firmware that starts a computer. | operating system | NIST SP 800-147
Secure Boot; verified boot; measured boot | Starting only software that carries a known signature. | trusted platform module | UEFI specification
~driver; device driver; kernel driver | Software by which an operating system uses a device. | kernel | NIST CSRC glossary
bring your own vulnerable driver; BYOVD | Bringing along an old signed driver with a flaw in order to get into the kernel. | dll side-loading | ATT&CK T1068
root access; root user; root privileges; superuser; administrator rights; admin rights | The rights to do anything on a machine. | rooting | NIST CSRC glossary, “root user”
~shell; command shell; command line | A program that takes typed commands. | web shell | NIST CSRC glossary
PowerShell | Microsoft’s command language, which administrators and intruders both like. | shell | ATT&CK T1059.001
~script; batch file; shell script | A small program in plain text. | macro | ATT&CK T1059
~macro; VBA macro; Office macro | A small program inside an office document. | script | ATT&CK T1137
~process; running process | A program while it runs. | executable | NIST CSRC glossary
~registry; Windows registry; registry key | The place where Windows keeps its settings. | active directory | Microsoft documentation; ATT&CK T1112
scheduled task; cron job | A command that a system runs by the clock. | persistence | ATT&CK T1053
~library; DLL; dynamic-link library; shared library | Code that several programs use together. | executable | NIST CSRC glossary
executable; executable file; EXE | A file that can be run as a program. | script, library | NIST CSRC glossary
~binary; malicious binary | A program in machine code. | script | NIST CSRC glossary
~sample; malware sample | One file of malware, as it was found. | malware family | MISP objects
virtual machine; VM; virtualisation; hypervisor; ESXi | A computer simulated inside another one, and the software that does it. | container | NIST SP 800-125
endpoint; endpoints; endpoint security | A device that people work with, such as a laptop or a phone. | server | NIST CSRC glossary, “endpoint”
=~server; file server; web server; mail server | A machine or program that serves others over a network. | endpoint | NIST CSRC glossary
~host; compromised host; infected host | Any machine on a network. | server | NIST CSRC glossary, “host”
=~backup; offline backup; immutable backup | A copy kept for the day when the original is lost. | replication, snapshot | NIST CSRC glossary, “backup”
~snapshot; volume shadow copy; shadow copies | The state of a disk at one moment. Kept on the same machine it is no backup. | backup | ATT&CK T1490
replication | Copying each change at once to another place, mistakes included. | backup | NIST SP 800-209
memory dump; crash dump; memory image | The content of a machine’s memory, saved to a file. | disk image | NIST SP 800-86
disk image; forensic image; ISO image | An exact copy of a disk in one file, or a file that acts like a disk. | backup | NIST SP 800-86
browser extension; browser add-on | A small program that adds to a browser and often sees all pages. | adware | ATT&CK T1176
=smart device; Internet of Things; IoT; IoT device; connected device | Everyday things with a network connection. | operational technology | NIST IR 8259
operational technology; OT; OT network | Computers that control machines, plants and buildings. | information technology, smart device | NIST SP 800-82, “operational technology”
information technology; IT system | Computers for handling information. | operational technology | NIST CSRC glossary
industrial control system; ICS; industrial control systems | The systems that run a plant or a grid. | scada | NIST SP 800-82
SCADA | Systems that watch and steer plants spread over a wide area from one place. | industrial control system | NIST SP 800-82
programmable logic controller; PLC | A small rugged computer that switches machines. | scada | NIST SP 800-82; IEC 61131
human-machine interface; HMI | The screen on which operators see and steer a plant. | scada | NIST SP 800-82
safety instrumented system; safety system | What shuts a plant down before people get hurt. | industrial control system | IEC 61511
=critical infrastructure | What a society cannot do without: power, water, health, transport, communication. | operational technology | EU Directive 2022/2557; US PPD-21
mobile device management; MDM | Software by which a firm manages phones and laptops. | stalkerware | NIST SP 800-124
bring your own device; BYOD | Using private devices for work. | mobile device management | NIST SP 800-114
application allowlisting; allowlist; allow list; !whitelist; !white-list | Letting only what is on a list run or pass. | denylist | NIST SP 800-167
=denylist; blocklist; block list; deny list; !blacklist; !black-list | A list of what is not let through. | application allowlisting | NIST CSRC glossary
debug port; JTAG; debug interface | A connection for developers on a circuit board, which may give full control. | backdoor | NIST CSRC glossary; ATT&CK
memory safety; memory-safe language | Languages in which a whole class of flaws cannot occur. | secure by design | CISA “The Case for Memory Safe Roadmaps”
legacy system | An old system that is still needed and hard to mend. | end of life | NIST CSRC glossary
`;
