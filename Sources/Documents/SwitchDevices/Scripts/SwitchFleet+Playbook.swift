extension SwitchFleet {
  static let configuration = ##"""
    [defaults]
    inventory = inventory.yml
    retry_files_enabled = true
    retry_files_save_path = .
    nocows = true

    """##

  static let overSSH = ##"""
    ---
    ansible_connection: ssh
    ansible_become: true

    """##

  static let overWinRM = ##"""
    ---
    ansible_connection: winrm
    ansible_port: 5986

    """##

  /// What may be set; the number of the order comes behind it.
  static let settings = ##"""
    ---
    # How many computers at a time: the pilot first, since the inventory begins with it.
    overstap_batches: [2, 10, "50%"]
    # No further batch where more than so many of one, in percent, failed.
    overstap_most_failed: 20
    # undo puts back what was before.
    overstap_action: switch

    """##

  /// The plays: for Linux and macOS through `script`, for Windows through `ansible.windows`.
  static let playbook = ##"""
    ---
    # Linux and macOS run the shell script, Windows the one of PowerShell. --check only looks. The result of
    # each computer comes to the folder results. Who failed or did not answer stands in playbook.retry:
    # ansible-playbook playbook.yml --limit @playbook.retry
    - name: Products on Linux and macOS
      hosts: linux:macos
      gather_facts: false
      vars_files: [settings.yml]
      serial: "{{ overstap_batches }}"
      max_fail_percentage: "{{ overstap_most_failed }}"
      vars:
        overstap_store: "{{ overstap_root | default('') }}/var/lib/overstap-switch/results"
      tasks:
        - name: Ask the licensing helper of each computer
          block:
            - name: Run the script
              ansible.builtin.script:
                cmd: >-
                  {{ playbook_dir }}/../{{ overstap_action }}.sh
                  --host {{ inventory_hostname | quote }} --results {{ overstap_store | quote }}
                  {{ '--root ' ~ (overstap_root | quote) if overstap_root is defined else '' }}
                  {{ '--dry-run' if ansible_check_mode else '' }}
              register: overstap_run
              check_mode: false
              changed_when: >-
                overstap_run.stdout is search(' (switched|undone)=[1-9]')
                or overstap_run.stdout is search(' left=[1-9]')
              failed_when: >-
                overstap_run.rc not in ([0, 1] if ansible_check_mode else [0])
                or overstap_run.stdout is not search('failed=0')
          always:
            - name: Bring its result
              ansible.builtin.fetch:
                src: "{{ overstap_store }}/overstap-{{ overstap_order }}-{{ inventory_hostname }}.json"
                dest: "{{ playbook_dir }}/results/"
                flat: true
                fail_on_missing: false
              when: not ansible_check_mode
              changed_when: false
            - name: Tell what came of it
              ansible.builtin.debug:
                msg: "{{ (overstap_run.stdout_lines | default(['']))[-1] }}"
              when: overstap_run.stdout_lines is defined

    - name: Products on Windows
      hosts: windows
      gather_facts: false
      vars_files: [settings.yml]
      serial: "{{ overstap_batches }}"
      max_fail_percentage: "{{ overstap_most_failed }}"
      vars:
        overstap_folder: C:\ProgramData\overstap-switch
      tasks:
        - name: Ask the licensing helper of each computer
          block:
            - name: Make the folder for the script
              ansible.windows.win_file:
                path: "{{ overstap_folder }}"
                state: directory
              check_mode: false
              changed_when: false
            - name: Bring the script
              ansible.windows.win_copy:
                src: "{{ playbook_dir }}/../{{ overstap_action }}.ps1"
                dest: '{{ overstap_folder }}\{{ overstap_action }}.ps1'
              check_mode: false
              changed_when: false
            - name: Run the script
              ansible.windows.win_command: >-
                powershell.exe -NoLogo -NoProfile -NonInteractive -ExecutionPolicy Bypass
                -File "{{ overstap_folder }}\{{ overstap_action }}.ps1"
                -HostName "{{ inventory_hostname }}" -Results "{{ overstap_folder }}\results"
                {{ '-WhatIf' if ansible_check_mode else '' }}
              register: overstap_run
              check_mode: false
              changed_when: >-
                overstap_run.stdout is search(' (switched|undone)=[1-9]')
                or overstap_run.stdout is search(' left=[1-9]')
              failed_when: >-
                overstap_run.rc not in ([0, 1] if ansible_check_mode else [0])
                or overstap_run.stdout is not search('failed=0')
          always:
            - name: Bring its result
              ansible.builtin.fetch:
                src: '{{ overstap_folder }}\results\overstap-{{ overstap_order }}-{{ inventory_hostname }}.json'
                dest: "{{ playbook_dir }}/results/"
                flat: true
                fail_on_missing: false
              when: not ansible_check_mode
              changed_when: false
            - name: Tell what came of it
              ansible.builtin.debug:
                msg: "{{ (overstap_run.stdout_lines | default(['']))[-1] }}"
              when: overstap_run.stdout_lines is defined

    """##
}
