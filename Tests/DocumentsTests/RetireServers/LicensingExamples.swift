/// Documents with example names, in the grammar of the programs that write them.
enum Example {
  static let log = #"""
     7:02:00 (lmgrd) -----------------------------------------------
     7:02:00 (lmgrd)   Please Note:
     7:02:00 (lmgrd) Server's System Date and Time: Mon Sep 07 2026 07:02:00 W. Europe Daylight Time
     7:02:01 (lmgrd) FlexNet Licensing (v11.19.4.1 build 289347 x64_n6) started on LIC01 (IBM PC) (9/7/2026)
     7:02:01 (lmgrd) lmdown/lmreread only allowed on this machine
     7:02:01 (lmgrd) License file(s): C:\Autodesk\Network License Manager\example.lic
     7:02:01 (lmgrd) lmgrd tcp-port 27000
     7:02:01 (lmgrd) (@lmgrd-SLOG@) Start-Date: Mon Sep 07 2026 07:02:01 W. Europe Daylight Time
     7:02:01 (lmgrd) (@lmgrd-SLOG@) Is LS run as a service: Yes
     7:02:01 (lmgrd) (@lmgrd-SLOG@) Server Configuration: Single Server
     7:02:01 (lmgrd) (@lmgrd-SLOG@) Command-line options used at LS startup: -c C:\a.lic -l C:\logs\debug.log -z -s -local
     7:02:01 (lmgrd) Started adskflex (pid 4440)
     7:02:01 (adskflex) FlexNet Licensing version v11.19.4.1 build 289347 x64_n6
     7:02:02 (adskflex) Using options file: "C:\Autodesk\adskflex.opt"
     7:02:02 (adskflex) Server started on LIC01 for:	
     7:02:02 (adskflex) 64300ACD_F (consisting of:		87545ACD_2022_0F 
     7:02:02 (adskflex) 87393ACD_2021_0F 87224ACD_2020_0F) 
     7:02:02 (adskflex) 86815AECCOL_T_F (consisting of:	87561RVT_2022_0F 
     7:02:02 (adskflex) 87600ACD_2023_0F) 87577INHSMP_2022_0F 
     7:02:02 (adskflex) EXTERNAL FILTERS are OFF
     7:02:02 (adskflex) ALL FEATURES: INACTIVITY TIMEOUT set to 3600 seconds
     7:02:02 (adskflex) RESERVING 2 87545ACD_2022_0F/00AA 11BB  licenses for USER_GROUP DRAWING ROOM
     7:02:03 (lmgrd) adskflex using TCP-port 2080
     8:15:20 (adskflex) TCP_NODELAY NOT enabled
     8:15:20 (adskflex) OUT: "64300ACD_F" harry.potter@PC-GRYFFINDOR.example.com  
     8:15:20 (adskflex) OUT: "87545ACD_2022_0F" harry.potter@PC-GRYFFINDOR.example.com  
     9:00:00 (adskflex) DENIED: "64300ACD_F" rwea-sley@PC02  (Licensed number of users already reached. (-4,342))
     9:02:01 (lmgrd) TIMESTAMP 9/7/2026
     9:30:11 (adskflex) IN: "87545ACD_2022_0F" HARRY.POTTER@pc-gryffindor.example.com  (INACTIVE)
     9:30:11 (adskflex) IN: "64300ACD_F" HARRY.POTTER@pc-gryffindor.example.com  (INACTIVE)
    23:50:00 (adskflex) OUT: "86815AECCOL_T_F" hermione granger@PC03  
    23:50:00 (adskflex) OUT: "87561RVT_2022_0F" hermione granger@PC03  
     0:10:00 (adskflex) OUT: "87577INHSMP_2022_0F" luna@example.com@PC04  (3 licenses) 
     1:10:00 (adskflex) UNSUPPORTED: "87999ACD_2025_0F" (00B0 EF6E ) luna@PC04  (No such feature exists. (-5,346))
     1:11:00 (adskflex) Checkin failed feature "87577INHSMP_2022_0F": luna PC04 PC04
     3:02:01 (lmgrd) TIMESTAMP 9/8/2026

    """#

  static let lmstat = #"""
    lmutil - Copyright (c) 1989-2021 Flexera. All Rights Reserved.
    Flexible License Manager status on Mon 9/7/2026 10:15

    [Detecting lmgrd processes...]
    License server status: 27000@lic01.example.com
        License file(s) on lic01.example.com: C:\Autodesk\Network License Manager\example.lic:

    lic01.example.com: license server UP (MASTER) v11.19.4

    Vendor daemon status (on lic01.example.com):

      adskflex: UP v11.19.4
    Feature usage info:

    Users of 64300ACD_F:  (Total of 12 licenses issued;  Total of 5 licenses in use)

      "64300ACD_F" v1.000, vendor: adskflex, expiry: 21-jul-2027
      vendor_string: commercial:extendable
      floating license

        hpotter PC01 pc01 87545ACD_2022_0F (v1.000) (lic01.example.com/27000 101), start Mon 9/7 8:15, PID: 4711
        rweasley PC02 PC02 (v1.000) (lic01.example.com/27000 202), start Thu 12/24 8:15  (linger: 864000 / 1728000)
          2 RESERVATIONs for USER_GROUP DRAWING ROOM (lic01.example.com/27000)
        nlongbottom PC05 PC05 (v1.000) (lic01.example.com/27000 303) queued for 1 license

    Users of 87545ACD_2022_0F:  (Total of 12 licenses issued;  Total of 1 license in use)

      "87545ACD_2022_0F" v1.000, vendor: adskflex, expiry: permanent(no expiration date)
      floating license

        hpotter PC01 pc01 (v1.0) (lic01.example.com/27000 111), start Mon 9/7 8:15, PID: 4711

    Users of PLIST:  (Uncounted, node-locked)

    """#

  static let licence = #"""
    # the licence of an example
    SERVER lic01 0011AABBCCDD 27001
    USE_SERVER
    VENDOR adskflex "C:\Autodesk\adskflex.exe" options="C:\Autodesk\adskflex.opt" port=2080
    PACKAGE 64300ACD_F adskflex 1.000 COMPONENTS="87545ACD_2022_0F \
    	87393ACD_2021_0F:1.0:4" OPTIONS=SUITE SUPERSEDE ISSUED=29-Sep-2021 \
    	SIGN="0000 1111"
    INCREMENT 64300ACD_F adskflex 1.000 21-jul-2027 12 \
    	VENDOR_STRING=commercial:extendable SUPERSEDE DUP_GROUP=UH \
    	ISSUED=29-Sep-2021 BORROW=4320 SN=399-12345678 \ # renewed
    	SIGN="0000 1111 2222
    	3333"
    FEATURE neptune orbit 4.0 1-jan-0 uncounted HOSTID=ANY NOTICE="two words"

    """#

  static let helper = #"""
    PS C:\> AdskLicensingInstHelper list
    [
      {
        "feature_id": "ACD",
        "def_prod_key": "001L1",
        "def_prod_ver": "2020.0.0.F",
        "sel_prod_key": "237L1",
        "sel_prod_ver": "2020.0.0.F",
        "lic_method": 1,
        "supported_lic_methods": [2, 1, 4],
        "lic_server_type": 2,
        "lic_servers": ["2080@lic01.example.com", ""],
        "highlight": {"alpha": {"value": 1}},
        "serial_number_nw": "000-00000000"
      },
      {
        "feature_id": "MAYA",
        "def_prod_key": "657L1",
        "sel_prod_key": "657L1",
        "supported_lic_methods": [2]
      }
    ]
    PS C:\>

    """#

  static let all = [log, lmstat, licence, helper]
}
